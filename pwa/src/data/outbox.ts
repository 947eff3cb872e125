/** The outbox: changes that wait to be sent to the server, in the order in which they were made. */

import type { WriteTransaction } from "./db";
import { fieldsLike } from "./record_body";
import type { Action, Body, OutboxRow, Stored } from "./types";

/** A record as it was before the change, and its changes that the server has not answered yet. */
export interface RecordInOutbox {
  record: Stored;
  rows: OutboxRow[];
}

/** Add a change to the outbox, or merge it into the record's last row while that is unsent. */
export async function addToOutbox(
  transaction: WriteTransaction,
  known: RecordInOutbox,
  action: Action,
  set: Body | null,
): Promise<void> {
  const last = known.rows.at(-1);
  const base_seq = baseSeqOf(known, set);
  const isMergeable =
    last && action === "set" && isUnsent(last, "set") && last.base_seq === base_seq;
  const row = isMergeable
    ? merged(last, known.record, set)
    : { ...newRow(known.record, action, set), base_seq };
  await transaction.objectStore("outbox").put(row as OutboxRow);
}

/** Remove a row that was never sent, because its change was undone. */
export async function removeUnsent(transaction: WriteTransaction, row: OutboxRow): Promise<void> {
  await transaction.objectStore("outbox").delete(row.order);
}

/** Check whether the row has this action and can still be removed. */
export function isUnsent(row: OutboxRow, action: Action): boolean {
  return row.number === null && row.action === action;
}

/** Check whether the server cannot know this record. */
export function isUnknownToServer({ record, rows }: RecordInOutbox): boolean {
  return record.seq === 0 && rows.every((row) => row.number === null);
}

/**
 * A change is based on the state that the person saw. After news of the record that is the new state,
 * except for a field that still shows what the person typed before the news came.
 */
function baseSeqOf({ record, rows }: RecordInOutbox, set: Body | null): number {
  const typed = [...rows, ...(record.refused ? [record.refused] : [])];
  const same = typed.filter((one) =>
    Object.keys(set ?? {}).some((name) => Object.hasOwn(one.set ?? {}, name)),
  );
  return Math.min(record.seq, ...same.map(({ base_seq = record.seq }) => base_seq));
}

function merged(row: OutboxRow, record: Stored, set: Body | null): OutboxRow {
  const was = { ...fieldsLike(set ?? {}, record.body), ...row.was };
  return { ...row, set: { ...row.set, ...set }, was };
}

function newRow(record: Stored, action: Action, set: Body | null) {
  return {
    number: null,
    kind: record.kind,
    id: record.id,
    action,
    set,
    was: fieldsLike(set ?? {}, record.body),
    made_at: new Date().toISOString(),
  };
}
