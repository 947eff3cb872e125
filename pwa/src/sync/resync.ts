/** Resync with a server that was restored from a backup: pull everything, delete nothing, send what is missing there. */

import { inTransaction, recordStores, storeOf, type WriteTransaction } from "../data/db";
import { addToOutbox } from "../data/outbox";
import { fieldsLike, isSameValue } from "../data/record_body";
import type { Body, Device, Stored } from "../data/types";
import { ownValue } from "../domain/own_value";
import { newDevice } from "./batch";
import { placesOf } from "./common_history";
import type { News } from "./protocol";
import { forgetNumbers } from "./renumber";

/**
 * Start: every record counts as not found yet, and the device takes a new id. Safe to repeat.
 * @param head - the newest seq that the server still shares; records above it are forgotten there, and
 * records that an earlier server forgot stay so
 */
export async function startResync(head: number): Promise<void> {
  await inTransaction([...recordStores, "outbox", "meta"], async (transaction) => {
    for (const name of recordStores) {
      const store = transaction.objectStore(name);
      for (const record of await store.getAll()) {
        if (record.seq === 0) continue;
        const isAbove = record.seq > head || record.adrift === "above";
        const seq = Math.min(record.seq, head);
        await store.put({ ...withoutBaseSeq(record), seq, adrift: isAbove ? "above" : "below" });
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
 * Reconcile a record whose newest state the server has forgotten: the differences are sent again, based on
 * the state that both share, so that edits of other devices since then are merged and not overwritten.
 */
export async function reconcileFound(
  transaction: WriteTransaction,
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

/** Send a record again that was deleted on the server, because the person wants to keep it. */
export async function keepHere(
  transaction: WriteTransaction,
  record: Stored,
  news: News,
): Promise<void> {
  const { kept: _others, ...restored } = { ...record, seq: news.seq };
  await transaction.objectStore(storeOf(record.kind)).put(withKept(restored, news));
  await resend(transaction, restored, record.body);
}

/** After the last page, send all records that the server lacks. Nothing is deleted because it is missing there. */
export async function resendLost(transaction: WriteTransaction): Promise<void> {
  for (const name of recordStores) {
    const store = transaction.objectStore(name);
    for (const record of await store.index("adrift").getAll()) {
      const { adrift: _lost, ...lost } = { ...record, seq: 0 };
      const { kept: _others, ...whole } = lost;
      await store.put(whole);
      await resend(transaction, lost, record.deleted_at === null ? record.body : undefined);
    }
  }
}

/** Replace the waiting rows of a record by one; null deletes the record, undefined sets nothing. */
async function resend(
  transaction: WriteTransaction,
  record: Stored,
  set: Body | null | undefined,
): Promise<void> {
  const outbox = transaction.objectStore("outbox");
  for (const order of await outbox.index("id").getAllKeys(record.id)) await outbox.delete(order);
  if (set === null) return addToOutbox(transaction, { record, rows: [] }, "delete", null);
  const others = record.deleted_at === null ? valuesOfOthers(record) : [];
  for (const one of others) await addToOutbox(transaction, { record, rows: [] }, "set", one);
  if (set === undefined && others.length === 0) return;
  const over = fieldsLike(Object.assign({}, ...others), record.body);
  await addToOutbox(transaction, { record, rows: [] }, "set", { ...over, ...set });
}

/** The values that other devices set as well are only here now: they are sent first, into the history. */
function valuesOfOthers({ kept = {} }: Stored): Body[] {
  return Object.entries(kept).flatMap(([name, entries]) =>
    entries.flatMap(({ value }) => (value === undefined ? [] : [{ [name]: value }])),
  );
}

function withKept({ kept: _ours, ...record }: Stored, { seq, kept }: News): Stored {
  return { ...record, seq, ...(kept !== undefined && { kept }) };
}

/** Seqs of a history that is gone mean nothing. */
function withoutBaseSeq({ refused, ...record }: Stored): Stored {
  if (!refused) return record;
  const { base_seq: _gone, ...rest } = refused;
  return { ...record, refused: rest };
}

function differences(ours: Body, theirs: Body): Body {
  const names = Object.keys({ ...theirs, ...ours });
  const differing = names.filter(
    (name) => !isSameValue(ownValue(ours, name), ownValue(theirs, name)),
  );
  return Object.fromEntries(differing.map((name) => [name, ownValue(ours, name) ?? null]));
}
