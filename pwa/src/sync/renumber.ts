/** Gives waiting changes other numbers, where the server's count and ours have come apart. */
import { inTransaction, storeOf, type Writing } from "../data/db";
import type { Device, OutboxRow } from "../data/types";
import { newDevice } from "./batch";
import { placesOf } from "./common_history";
import { afterRefused } from "./reconcile";

/** Count on from the last number that the server knows. */
export async function countOnFrom(last_number: number): Promise<void> {
  await inTransaction(["outbox", "meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const device = (await meta.get("device")) as Device;
    await forgetNumbers(transaction, last_number);
    await meta.put({ ...device, last_number }, "device");
  });
}

/** Become another device, because two browsers use this one's numbers: a profile was copied. */
export async function becomeNewDevice(): Promise<void> {
  await inTransaction(["outbox", "meta"], async (transaction) => {
    await forgetNumbers(transaction, 0);
    const meta = transaction.objectStore("meta");
    const marks = placesOf((await meta.get("device")) as Device);
    await meta.put({ ...newDevice(), marks }, "device");
  });
}

/** Put aside a change that no request can carry, so that it blocks nothing behind it. */
export async function refuseLocally(row: OutboxRow, device: Device): Promise<void> {
  await inTransaction([storeOf(row.kind), "outbox"], async (transaction) => {
    const store = transaction.objectStore(storeOf(row.kind));
    const record = await store.get(row.id);
    const seq = record?.seq ?? 0;
    const result = {
      number: 0,
      outcome: "rejected",
      seen_before: false,
      seq,
      code: "too_large",
    } as const;
    if (record) await store.put(afterRefused(record, row, result));
    await transaction.objectStore("outbox").delete(row.order);
  });
  await countOnFrom(device.last_answered);
}

/** Take the numbers above this one back from the rows that have them. */
export async function forgetNumbers(transaction: Writing, above: number): Promise<void> {
  const outbox = transaction.objectStore("outbox");
  for (const row of await outbox.getAll()) {
    if (row.number !== null && row.number > above) await outbox.put({ ...row, number: null });
  }
}
