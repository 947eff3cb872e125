/** Writes a person's changes: the record and its change in the outbox, both or neither. */
import { announce } from "./announce";
import { inTransaction, storeOf, type WriteTransaction } from "./db";
import type { Kind, Kinds } from "./kinds.gen";
import {
  addToOutbox,
  isUnknownToServer,
  isUnsent,
  type RecordInOutbox,
  removeUnsent,
} from "./outbox";
import { normalizeText, withFields } from "./record_body";
import type { Body, OutboxRow, Stored } from "./types";

type SetFields = { [K in Kind]: { kind: K; id: string; set: Partial<Kinds[K]> } }[Kind];
/** A change of one record: fields to set, or a deletion or restoration. */
export type Write = SetFields | { kind: Kind; id: string; action: "delete" | "restore" };

/**
 * Store these changes, all or none; resolves when they are on disk.
 * @throws the browser's error when they could not be stored, for the screen to report
 */
export async function write(...writes: Write[]): Promise<void> {
  const stores = [...new Set(writes.map((one) => storeOf(one.kind)))];
  await inTransaction([...stores, "outbox"], async (transaction) => {
    for (const one of writes) await apply(transaction, one);
  });
  announce([...stores, "outbox"]);
}

/** Discard a change that the server refused: the record returns to its earlier values and what was typed since. */
export async function dropRefused(kind: Kind, id: string): Promise<void> {
  await inTransaction([kind, "outbox"], async (transaction) => {
    const record = await transaction.objectStore(kind).get(id);
    const rows = await transaction.objectStore("outbox").index("id").getAll(id);
    if (record?.refused) await put(transaction, withoutRefused({ record, rows }));
  });
  announce([kind]);
}

/** Send what was refused again, as it was typed and based on what the person saw then. */
export async function sendRefusedAgain(
  transaction: WriteTransaction,
  { refused, ...record }: Stored,
): Promise<void> {
  if (!refused) return;
  const rows = await transaction.objectStore("outbox").index("id").getAll(record.id);
  const before = { ...record, refused, body: withFields(record.body, refused.was) };
  const set = notTypedSince(rows, refused.set);
  const isRestored = refused.action === "restore";
  await addToOutbox(
    transaction,
    { record: before, rows },
    isRestored ? "restore" : "set",
    isRestored && Object.keys(set).length === 0 ? null : set,
  );
  await put(transaction, record);
}

async function apply(transaction: WriteTransaction, one: Write): Promise<void> {
  const known = await recordInOutbox(transaction, one);
  const isDeleted = known.record.deleted_at !== null;
  if ("set" in one) await setFields(transaction, known, normalizeText(one.set));
  else if (one.action === "delete" && !isDeleted) await remove(transaction, known);
  else if (one.action === "restore" && isDeleted) await restore(transaction, known);
}

async function recordInOutbox(
  transaction: WriteTransaction,
  { kind, id }: Write,
): Promise<RecordInOutbox> {
  const record = await transaction.objectStore(storeOf(kind)).get(id);
  const rows = await transaction.objectStore("outbox").index("id").getAll(id);
  return { record: record ?? { id, kind, seq: 0, body: {}, deleted_at: null }, rows };
}

/**
 * What was refused before is sent again together with the new values, because the person has now
 * corrected it; but not where they typed something newer while the refusal was on its way.
 * Setting a field of a deleted record restores it, here as on the server.
 */
async function setFields(
  transaction: WriteTransaction,
  known: RecordInOutbox,
  set: Body,
): Promise<void> {
  const { refused, ...record } = known.record;
  const rows = await withoutUnsentDeletion(transaction, known.rows);
  const isNeverSent = rows.length === 0 && record.seq === 0;
  const unsent = isNeverSent ? record.body : notTypedSince(rows, refused?.set);
  const typed = { ...unsent, ...set };
  const bodyBefore = isNeverSent ? {} : withFields(record.body, refused?.was ?? {});
  const before = { ...known.record, body: bodyBefore };
  await addToOutbox(transaction, { record: before, rows }, "set", typed);
  const body = withFields(record.body, set);
  await put(transaction, { ...withoutKept(record, set), body, deleted_at: null });
}

async function withoutUnsentDeletion(transaction: WriteTransaction, rows: OutboxRow[]) {
  const last = rows.at(-1);
  if (!last || !isUnsent(last, "delete")) return rows;
  await removeUnsent(transaction, last);
  return rows.slice(0, -1);
}

/** Whoever sets a field has seen the values of other devices, and has decided. */
function withoutKept({ kept, ...record }: Stored, set: Body): Stored {
  const others = Object.entries(kept ?? {}).filter(([name]) => !Object.hasOwn(set, name));
  return others.length > 0 ? { ...record, kept: Object.fromEntries(others) } : record;
}

/** The record stays for a while after the server's answer: undo works offline, and a refused deletion can be restored. */
async function remove(transaction: WriteTransaction, known: RecordInOutbox): Promise<void> {
  const last = known.rows.at(-1);
  if (isUnknownToServer(known)) for (const row of known.rows) await removeUnsent(transaction, row);
  else if (last && isUnsent(last, "restore")) await removeUnsent(transaction, last);
  else await addToOutbox(transaction, known, "delete", null);
  await put(transaction, { ...known.record, deleted_at: new Date().toISOString() });
}

async function restore(transaction: WriteTransaction, known: RecordInOutbox): Promise<void> {
  const last = known.rows.at(-1);
  const before = { ...known, record: { ...known.record, body: {} } };
  if (last && isUnsent(last, "delete")) await removeUnsent(transaction, last);
  else if (isUnknownToServer(known))
    await addToOutbox(transaction, before, "set", known.record.body);
  else await addToOutbox(transaction, known, "restore", null);
  await put(transaction, { ...known.record, deleted_at: null });
}

async function put(transaction: WriteTransaction, record: Stored): Promise<void> {
  await transaction.objectStore(storeOf(record.kind)).put(record);
}

function withoutRefused({ record: { refused, ...record }, rows }: RecordInOutbox): Stored {
  const wasNeverThere = record.seq === 0 && rows.length === 0;
  const deleted_at = wasNeverThere ? new Date().toISOString() : record.deleted_at;
  const body = withFields(record.body, notTypedSince(rows, refused?.was));
  return { ...record, deleted_at, body };
}

function notTypedSince(rows: OutboxRow[], fields: Body = {}): Body {
  const isTyped = (name: string) => rows.some(({ set }) => set && Object.hasOwn(set, name));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !isTyped(name)));
}
