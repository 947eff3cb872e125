/** What a device does when the server was put back to an older state: it pulls everything, removes nothing, and sends what is missing there. */

import { inTransaction, recordStores, storeOf, type Writing } from "../data/db";
import { addToOutbox } from "../data/outbox";
import { fieldsLike, isSameValue } from "../data/record_body";
import type { Body, Device, Stored } from "../data/types";
import { newDevice } from "./batch";
import { placesOf } from "./common_history";
import type { News } from "./protocol";
import { forgetNumbers } from "./renumber";

/**
 * Begin: every record counts as not found again, and the device takes a new id. Safe to repeat.
 * takes: the newest seq that the server still has of our history; above it, it has forgotten ours,
 * and what an earlier server had forgotten stays so
 */
export async function startResync(head: number): Promise<void> {
  await inTransaction([...recordStores, "outbox", "meta"], async (transaction) => {
    for (const name of recordStores) {
      const store = transaction.objectStore(name);
      for (const record of await store.getAll()) {
        if (record.seq === 0) continue;
        const isAbove = record.seq > head || record.adrift === "above";
        const seq = Math.min(record.seq, head);
        await store.put({ ...withoutBase(record), seq, adrift: isAbove ? "above" : "below" });
      }
    }
    await forgetNumbers(transaction, 0);
    const meta = transaction.objectStore("meta");
    const places = placesOf((await meta.get("device")) as Device);
    const marks = places.filter(({ cursor }) => cursor <= head);
    await meta.put({ ...newDevice(), marks, resyncing: true }, "device");
    await meta.put(new Date().toISOString(), "put_back_at");
    await meta.delete("question");
  });
}

/**
 * Meet a record whose newest state the server has forgotten: ours goes up again as what differs, based on
 * what both still share, so that what another device said there since is merged and not overwritten.
 */
export async function reconcileFound(
  transaction: Writing,
  record: Stored,
  news: News,
): Promise<void> {
  const { adrift: _found, ...shared } = { ...record, seq: Math.min(record.seq, news.seq) };
  await transaction.objectStore(storeOf(record.kind)).put(withKept(shared, news));
  const isGone = news.deleted_at !== null;
  if (record.deleted_at !== null) return resend(transaction, shared, isGone ? undefined : null);
  const set = isGone ? record.body : differences(record.body, news.body);
  await resend(transaction, shared, Object.keys(set).length > 0 ? set : undefined);
}

/** Bring a record back that was deleted there, because the person wants it kept. */
export async function keepHere(transaction: Writing, record: Stored, news: News): Promise<void> {
  const { kept: _known, ...brought } = { ...record, seq: news.seq };
  await transaction.objectStore(storeOf(record.kind)).put(withKept(brought, news));
  await resend(transaction, brought, record.body);
}

/** After the last page: send whole what the server lacks. Nothing is deleted for being absent there. */
export async function resendLost(transaction: Writing): Promise<void> {
  for (const name of recordStores) {
    const store = transaction.objectStore(name);
    for (const record of await store.index("adrift").getAll()) {
      const { adrift: _lost, ...lost } = { ...record, seq: 0 };
      const { kept: _said, ...whole } = lost;
      await store.put(whole);
      await resend(transaction, lost, record.deleted_at === null ? record.body : undefined);
    }
  }
}

/** One new row takes the place of those that wait; null deletes, undefined says nothing. */
async function resend(
  transaction: Writing,
  record: Stored,
  set: Body | null | undefined,
): Promise<void> {
  const outbox = transaction.objectStore("outbox");
  for (const order of await outbox.index("id").getAllKeys(record.id)) await outbox.delete(order);
  if (set === null) return addToOutbox(transaction, { record, rows: [] }, "delete", null);
  const said = record.deleted_at === null ? saidBeside(record) : [];
  for (const one of said) await addToOutbox(transaction, { record, rows: [] }, "set", one);
  if (set === undefined && said.length === 0) return;
  const over = fieldsLike(Object.assign({}, ...said), record.body);
  await addToOutbox(transaction, { record, rows: [] }, "set", { ...over, ...set });
}

/** What others said beside a value is in no other place now: it goes up first, into history. */
function saidBeside({ kept = {} }: Stored): Body[] {
  return Object.entries(kept).flatMap(([name, entries]) =>
    entries.flatMap(({ value }) => (value === undefined ? [] : [{ [name]: value }])),
  );
}

function withKept({ kept: _ours, ...record }: Stored, { seq, kept }: News): Stored {
  return { ...record, seq, ...(kept !== undefined && { kept }) };
}

/** Numbers of a history that is gone say nothing any more. */
function withoutBase({ refused, ...record }: Stored): Stored {
  if (!refused) return record;
  const { base_seq: _gone, ...left } = refused;
  return { ...record, refused: left };
}

function differences(ours: Body, theirs: Body): Body {
  const names = Object.keys({ ...theirs, ...ours });
  const differing = names.filter((name) => !isSameValue(ours[name], theirs[name]));
  return Object.fromEntries(differing.map((name) => [name, ours[name] ?? null]));
}
