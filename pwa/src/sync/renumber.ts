/** Renumbers waiting changes where the server's numbers and this device's differ. */
import { inTransaction, storeOf, type WriteTransaction } from "../data/db";
import type { Device, OutboxRow } from "../data/types";
import { newDevice } from "./batch";
import { placesOf } from "./common_history";
import { afterRefused } from "./reconcile";

/** Continue from the last number that the server knows. */
export async function renumberFrom(last_number: number): Promise<void> {
  await inTransaction(["outbox", "meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const device = (await meta.get("device")) as Device;
    await forgetNumbers(transaction, last_number);
    await meta.put({ ...device, last_number }, "device");
  });
}

/** Become a new device, because a copied browser profile uses the same numbers. */
export async function becomeNewDevice(): Promise<void> {
  await inTransaction(["outbox", "meta"], async (transaction) => {
    await forgetNumbers(transaction, 0);
    const meta = transaction.objectStore("meta");
    const marks = placesOf((await meta.get("device")) as Device);
    await meta.put({ ...newDevice(), marks }, "device");
  });
}

/** Mark a change that fits into no request as refused, so that it blocks no other changes. */
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
  await renumberFrom(device.last_answered);
}

/** Remove the numbers above this one from waiting rows. */
export async function forgetNumbers(transaction: WriteTransaction, above: number): Promise<void> {
  const outbox = transaction.objectStore("outbox");
  for (const row of await outbox.getAll()) {
    if (row.number !== null && row.number > above) await outbox.put({ ...row, number: null });
  }
}
