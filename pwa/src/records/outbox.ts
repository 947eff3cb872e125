/** Changes on their way to the server, in the order in which they were made. */
import { fieldsLike } from "./body";
import type { Writing } from "./db";
import type { Action, Body, OutboxRow, Stored } from "./stored";

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
  const folds = last && canTake(last, known.record, action);
  const row = folds ? folded(last, known.record, set) : newRow(known.record, action, set);
  await transaction.objectStore("outbox").put(row as OutboxRow);
}

/** Take a row back that never left, because what it did was undone. */
export async function takeBack(transaction: Writing, row: OutboxRow): Promise<void> {
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

/** After news of the record a new row begins, because the person has seen another state of it. */
function canTake(row: OutboxRow, record: Stored, action: Action): boolean {
  return action === "set" && isUnsent(row, "set") && row.base_seq === record.seq;
}

function folded(row: OutboxRow, record: Stored, set: Body | null): OutboxRow {
  const was = { ...fieldsLike(set ?? {}, record.body), ...row.was };
  return { ...row, set: { ...row.set, ...set }, was };
}

function newRow(record: Stored, action: Action, set: Body | null): Omit<OutboxRow, "order"> {
  return {
    number: null,
    kind: record.kind,
    id: record.id,
    action,
    set,
    was: fieldsLike(set ?? {}, record.body),
    base_seq: record.seq,
    made_at: new Date().toISOString(),
  };
}
