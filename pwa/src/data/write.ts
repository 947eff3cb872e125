/** Keeps what a person did: the record and the change on its way to the server, together or not at all. */
import { announce } from "./announce";
import { inTransaction, storeOf, type Writing } from "./db";
import type { Kind, Kinds } from "./kinds.gen";
import { normalizeText } from "./normalize_text";
import { addToOutbox, isUnheardOf, isUnsent, type Known, takeBackUnsent } from "./outbox";
import { withFields } from "./record_body";
import type { Body, OutboxRow, Stored } from "./types";

type SetFields = { [K in Kind]: { kind: K; id: string; set: Partial<Kinds[K]> } }[Kind];
export type Write = SetFields | { kind: Kind; id: string; action: "delete" | "restore" };

/**
 * Store these changes, all or none; resolves when they are on disk.
 * raises: the browser's error when they could not be stored, so that the screen can say so
 */
export async function write(...writes: Write[]): Promise<void> {
  const stores = [...new Set(writes.map((one) => storeOf(one.kind)))];
  await inTransaction([...stores, "outbox"], async (transaction) => {
    for (const one of writes) await apply(transaction, one);
  });
  announce([...stores, "outbox"]);
}

/**
 * Let go of a change that the server would not take; the record shows again what stood there before,
 * and what was typed since.
 */
export async function dropRefused(kind: Kind, id: string): Promise<void> {
  await inTransaction([kind, "outbox"], async (transaction) => {
    const record = await transaction.objectStore(kind).get(id);
    const rows = await transaction.objectStore("outbox").index("id").getAll(id);
    if (record?.refused) await put(transaction, withoutRefused({ record, rows }));
  });
  announce([kind]);
}

async function apply(transaction: Writing, one: Write): Promise<void> {
  const known = await knownOf(transaction, one);
  const isDeleted = known.record.deleted_at !== null;
  if ("set" in one) await setFields(transaction, known, normalizeText(one.set));
  else if (one.action === "delete" && !isDeleted) await remove(transaction, known);
  else if (one.action === "restore" && isDeleted) await bringBack(transaction, known);
}

async function knownOf(transaction: Writing, { kind, id }: Write): Promise<Known> {
  const record = await transaction.objectStore(storeOf(kind)).get(id);
  const rows = await transaction.objectStore("outbox").index("id").getAll(id);
  return { record: record ?? { id, kind, seq: 0, body: {}, deleted_at: null }, rows };
}

/**
 * What was refused before goes again together with the new values, for the person has now mended it;
 * but not where they typed anew while the refusal was on its way.
 * To set a field of a deleted record brings it back, here as on the server.
 */
async function setFields(transaction: Writing, known: Known, set: Body): Promise<void> {
  const { refused, ...record } = known.record;
  const rows = await withoutUnsentDeletion(transaction, known.rows);
  const isUnsaid = rows.length === 0 && record.seq === 0;
  const unsaid = isUnsaid ? record.body : notTypedSince(rows, refused?.set);
  const typed = { ...unsaid, ...set };
  const stood = isUnsaid ? {} : withFields(record.body, refused?.was ?? {});
  const before = { ...known.record, body: stood };
  await addToOutbox(transaction, { record: before, rows }, "set", typed);
  const body = withFields(record.body, set);
  await put(transaction, { ...withoutKept(record, set), body, deleted_at: null });
}

async function withoutUnsentDeletion(transaction: Writing, rows: OutboxRow[]) {
  const last = rows.at(-1);
  if (!last || !isUnsent(last, "delete")) return rows;
  await takeBackUnsent(transaction, last);
  return rows.slice(0, -1);
}

/** Whoever sets a field has seen what else was said of it, and has decided. */
function withoutKept({ kept, ...record }: Stored, set: Body): Stored {
  const left = Object.entries(kept ?? {}).filter(([name]) => !(name in set));
  return left.length > 0 ? { ...record, kept: Object.fromEntries(left) } : record;
}

/** All of it stays until the server has answered and a while longer: undo needs no network, and a refusal comes back too. */
async function remove(transaction: Writing, known: Known): Promise<void> {
  const last = known.rows.at(-1);
  if (isUnheardOf(known)) for (const row of known.rows) await takeBackUnsent(transaction, row);
  else if (last && isUnsent(last, "restore")) await takeBackUnsent(transaction, last);
  else await addToOutbox(transaction, known, "delete", null);
  await put(transaction, { ...known.record, deleted_at: new Date().toISOString() });
}

async function bringBack(transaction: Writing, known: Known): Promise<void> {
  const last = known.rows.at(-1);
  const before = { ...known, record: { ...known.record, body: {} } };
  if (last && isUnsent(last, "delete")) await takeBackUnsent(transaction, last);
  else if (isUnheardOf(known)) await addToOutbox(transaction, before, "set", known.record.body);
  else await addToOutbox(transaction, known, "restore", null);
  await put(transaction, { ...known.record, deleted_at: null });
}

async function put(transaction: Writing, record: Stored): Promise<void> {
  await transaction.objectStore(storeOf(record.kind)).put(record);
}

function withoutRefused({ record: { refused, ...record }, rows }: Known): Stored {
  const wasNeverThere = record.seq === 0 && rows.length === 0;
  const deleted_at = wasNeverThere ? new Date().toISOString() : record.deleted_at;
  const body = withFields(record.body, notTypedSince(rows, refused?.was));
  return { ...record, deleted_at, body };
}

function notTypedSince(rows: OutboxRow[], fields: Body = {}): Body {
  const isTyped = (name: string) => rows.some(({ set }) => set && name in set);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !isTyped(name)));
}
