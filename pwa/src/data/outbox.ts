/** Changes on their way to the server, in the order in which they were made. */

import type { Writing } from "./db";
import { fieldsLike } from "./record_body";
import type { Action, Body, OutboxRow, Stored } from "./types";

/** One record as it was before the change, and its changes that the server has not answered yet. */
export interface Known {
  record: Stored;
  rows: OutboxRow[];
}

/** Put a change at the end of the outbox, or into the record's last row while that was not sent. */
export async function addToOutbox(
  transaction: Writing,
  known: Known,
  action: Action,
  set: Body | null,
): Promise<void> {
  const last = known.rows.at(-1);
  const base_seq = seenAt(known, set);
  const folds = last && action === "set" && isUnsent(last, "set") && last.base_seq === base_seq;
  const row = folds
    ? folded(last, known.record, set)
    : { ...newRow(known.record, action, set), base_seq };
  await transaction.objectStore("outbox").put(row as OutboxRow);
}

/** Take a row back that never left, because what it did was undone. */
export async function takeBackUnsent(transaction: Writing, row: OutboxRow): Promise<void> {
  await transaction.objectStore("outbox").delete(row.order);
}

/** Tell whether the row does this and can still be taken back. */
export function isUnsent(row: OutboxRow, action: Action): boolean {
  return row.number === null && row.action === action;
}

/** Tell whether the server cannot have heard of this record. */
export function isUnheardOf({ record, rows }: Known): boolean {
  return record.seq === 0 && rows.every((row) => row.number === null);
}

/**
 * After news of the record a new row begins, because the person has seen another state of it;
 * but not of a field that shows what the person typed before the news came.
 */
function seenAt({ record, rows }: Known, set: Body | null): number {
  const typed = [...rows, ...(record.refused ? [record.refused] : [])];
  const same = typed.filter((one) =>
    Object.keys(set ?? {}).some((name) => name in (one.set ?? {})),
  );
  return Math.min(record.seq, ...same.map(({ base_seq = record.seq }) => base_seq));
}

function folded(row: OutboxRow, record: Stored, set: Body | null): OutboxRow {
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
