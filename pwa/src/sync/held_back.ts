/** Sends changes again that the account had no room for, as soon as it has. */
import { recordStores, type WriteTransaction } from "../data/db";
import type { Refused, Room, Stored } from "../data/types";
import { sendRefusedAgain } from "../data/write";

/** What the server counts for a row, besides its values. */
const ROW_BYTES = 200;

/** Note with a refusal for want of room how much room there was, so that the same is not tried in vain. */
export function withRoom(refused: Refused, room: Room | undefined): Refused {
  if (refused.code !== "quota" || !room) return refused;
  return { ...refused, room: { bytes: freeBytes(room), records: freeRecords(room) } };
}

/**
 * Put what was held back into the outbox again, as far as it fits. A change is tried again only after the
 * room has grown, so one that needs more than it seems is not sent over and over.
 * @returns whether anything will be sent
 */
export async function sendHeldBack(transaction: WriteTransaction, room: Room): Promise<boolean> {
  let [bytes, records] = [freeBytes(room), freeRecords(room)];
  let isAnySent = false;
  for (const record of await heldBack(transaction)) {
    const added = record.seq === 0 ? 1 : 0;
    if (!hasGrown(record, room) || bytesOf(record) > bytes || added > records) continue;
    bytes -= bytesOf(record);
    records -= added;
    await sendRefusedAgain(transaction, record);
    isAnySent = true;
  }
  return isAnySent;
}

async function heldBack(transaction: WriteTransaction): Promise<Stored[]> {
  const found: Stored[] = [];
  for (const name of recordStores) {
    found.push(...(await transaction.objectStore(name).index("refused").getAll("quota")));
  }
  return found.filter(({ deleted_at }) => deleted_at === null);
}

function hasGrown({ refused }: Stored, room: Room): boolean {
  const before = refused?.room;
  return !before || freeBytes(room) > before.bytes || freeRecords(room) > before.records;
}

/** What it takes at most: the values, those that they replace, and a row for each. */
function bytesOf({ refused }: Stored): number {
  const { set = {}, was = {} } = refused ?? {};
  const rows = 1 + Object.keys(set).length;
  return new TextEncoder().encode(JSON.stringify([set, was])).length + rows * ROW_BYTES;
}

function freeBytes({ used_bytes, max_bytes }: Room): number {
  return max_bytes - used_bytes;
}

function freeRecords({ used_records, max_records }: Room): number {
  return max_records - used_records;
}
