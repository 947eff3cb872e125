/** Takes the next changes from the outbox for one request, and numbers them. */
import { inTransaction, type WriteTransaction } from "../data/db";
import { newId } from "../data/ids";
import type { Account, Device, OutboxRow, SyncPrompt } from "../data/types";

/** The changes of one request, and the state of the device when they were taken. */
export interface Batch {
  account: Account;
  device: Device;
  rows: OutboxRow[];
  /** The question that the person was asked, perhaps with the answer. */
  question: SyncPrompt | undefined;
  /** Whether more changes wait after these, or will after the answer. */
  more: boolean;
}

const BYTES_AT_MOST = 512 * 1024;

/**
 * Claim the oldest changes. A row gets its number only now, so that merging rows before leaves no gaps.
 * @param atMost - how many rows at most
 * @returns nothing where no account has signed in on this device
 */
export function claimBatch(atMost: number): Promise<Batch | undefined> {
  return inTransaction(["outbox", "meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const account = (await meta.get("account")) as Account | undefined;
    if (!account) return undefined;
    const device = ((await meta.get("device")) as Device | undefined) ?? newDevice();
    const question = (await meta.get("question")) as SyncPrompt | undefined;
    if (device.resyncing) return { account, device, question, rows: [], more: true };
    const waiting = await transaction.objectStore("outbox").getAll(null, atMost + 1);
    const rows = fittingInRequest(waiting.slice(0, atMost));
    const numbered = await number(transaction, rows, device);
    const more = waiting.length > rows.length || question?.answer === "keep";
    return { account, question, ...numbered, more };
  });
}

/** Return the state of a device that no server knows yet. */
export function newDevice(): Device {
  return {
    device_id: newId(),
    cursor: 0,
    mark: null,
    epoch: null,
    last_number: 0,
    last_answered: 0,
  };
}

/** A change that is too large by itself is sent alone, and is then refused alone. */
function fittingInRequest(rows: OutboxRow[]): OutboxRow[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  const first = rows.findIndex((row) => {
    bytes += encoder.encode(JSON.stringify(row.set)).length + 300;
    return bytes > BYTES_AT_MOST;
  });
  return first === -1 ? rows : rows.slice(0, Math.max(1, first));
}

async function number(transaction: WriteTransaction, rows: OutboxRow[], device: Device) {
  let last_number = device.last_number;
  const numbered = rows.map((row) =>
    row.number === null ? { ...row, number: ++last_number } : row,
  );
  const changed = numbered.filter((_row, index) => rows[index]?.number === null);
  for (const row of changed) await transaction.objectStore("outbox").put(row);
  const counted = { ...device, last_number };
  await transaction.objectStore("meta").put(counted, "device");
  return { device: counted, rows: numbered };
}
