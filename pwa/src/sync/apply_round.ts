/** Applies the server's reply to a round, all of it or nothing: results, news, and the new cursor. */
import { announce } from "../data/announce";
import { inTransaction, recordStores, storeOf, type WriteTransaction } from "../data/db";
import type { Account, Device, SyncPrompt } from "../data/types";
import type { Batch } from "./batch";
import { withPlace } from "./common_history";
import { sendHeldBack, withRoom } from "./held_back";
import type { News, Reply, Result } from "./protocol";
import { afterAccepted, afterRefused, withNews } from "./reconcile";
import { keepHere, reconcileFound, resendLost } from "./resync";
import { isErrorOfOneValue, isRecord, noteSetAside } from "./set_aside";

/**
 * Apply the reply to a batch. Safe to repeat. A record that cannot be kept here is set aside.
 * @returns false where the device has been signed out or changed its account in the meantime
 */
export async function applyReply(batch: Batch, reply: Reply): Promise<boolean> {
  const unkept = new Set<News>(reply.records.filter((news) => !isRecord(news)));
  const { isOurs, isSendingAgain } = await applyUnlessUnkept(batch, reply, unkept);
  const kept = reply.records.filter((news) => !unkept.has(news));
  const changed = [...batch.rows, ...kept].map(({ kind }) => storeOf(kind));
  if (changed.length > 0 || isSendingAgain) announce([...new Set(changed), "outbox"]);
  return isOurs;
}

/** A record that cannot be stored ends the transaction, which then runs again without it. */
async function applyUnlessUnkept(
  batch: Batch,
  reply: Reply,
  unkept: Set<News>,
): Promise<{ isOurs: boolean; isSendingAgain: boolean }> {
  let current: News | undefined;
  try {
    return await inTransaction([...recordStores, "outbox", "meta"], async (transaction) => {
      if (!(await isStillOurs(transaction, batch))) return { isOurs: false, isSendingAgain: false };
      for (const result of reply.results) await applyResult(transaction, batch, { result, reply });
      for (const news of reply.records) {
        current = news;
        if (!unkept.has(news)) await applyNews(transaction, news, batch.question?.answer);
      }
      current = undefined;
      await noteSetAside(transaction, reply.records, unkept);
      if (batch.device.resyncing && !reply.more) await resendLost(transaction);
      await advanceCursor(transaction, reply);
      const isSendingAgain =
        reply.room !== undefined && !reply.more && (await sendHeldBack(transaction, reply.room));
      return { isOurs: true, isSendingAgain };
    });
  } catch (error) {
    if (!current || !isErrorOfOneValue(error)) throw error;
    return applyUnlessUnkept(batch, reply, unkept.add(current));
  }
}

/**
 * Apply the results only and keep the cursor, because the news waits for the person's decision.
 * Safe to repeat.
 */
export function applyResults(batch: Batch, reply: Reply): Promise<boolean> {
  const { cursor, mark } = batch.device;
  const results = withoutUnseen(batch, reply);
  return applyReply(batch, { ...reply, results, records: [], cursor, mark, more: true });
}

/** The seq of a state that is still in the waiting news is not applied; a record made here has no other. */
function withoutUnseen({ rows }: Batch, { results, records }: Reply): Result[] {
  const waiting = new Set(records.filter(isRecord).map(({ id }) => id));
  const unseen = rows.filter(({ id, base_seq }) => base_seq > 0 && waiting.has(id));
  const numbers = new Set(unseen.map(({ number }) => number));
  return results.map((one) => (numbers.has(one.number) ? { ...one, seq: null } : one));
}

/** Someone may have signed out, or the device may have a new id, since the request was sent. */
async function isStillOurs(
  transaction: WriteTransaction,
  { account, device }: Batch,
): Promise<boolean> {
  const meta = transaction.objectStore("meta");
  const present = (await meta.get("account")) as Account | undefined;
  const ours = (await meta.get("device")) as Device | undefined;
  return present?.id === account.id && ours?.device_id === device.device_id;
}

async function applyResult(
  transaction: WriteTransaction,
  batch: Batch,
  { result, reply }: { result: Result; reply: Reply },
): Promise<void> {
  const row = batch.rows.find(({ number }) => number === result.number);
  const outbox = transaction.objectStore("outbox");
  if (!row || !(await outbox.get(row.order))) return;
  await outbox.delete(row.order);
  const store = transaction.objectStore(storeOf(row.kind));
  const record = await store.get(row.id);
  if (!record) return;
  if (result.outcome === "rejected") {
    const rejected = afterRefused(record, row, result);
    const refused = rejected.refused && withRoom(rejected.refused, reply.room);
    await store.put({ ...rejected, ...(refused && { refused }) });
    return;
  }
  await store.put(afterAccepted(record, row, Math.max(record.seq, result.seq ?? 0)));
}

async function applyNews(
  transaction: WriteTransaction,
  news: News,
  answer: SyncPrompt["answer"],
): Promise<void> {
  const store = transaction.objectStore(storeOf(news.kind));
  const record = await store.get(news.id);
  if (news.purged) return removePurged(transaction, news);
  if (record?.adrift === "above") return reconcileFound(transaction, record, news);
  if (record && !record.adrift && record.seq > news.seq) return;
  const isDeletion = record?.deleted_at === null && news.deleted_at !== null;
  if (isDeletion && answer === "keep") return keepHere(transaction, record, news);
  const outbox = transaction.objectStore("outbox");
  const { record: renewed, rows } = withNews(
    record,
    news,
    await outbox.index("id").getAll(news.id),
  );
  await store.put(renewed);
  for (const row of rows) await outbox.put(row);
}

/** Nothing of a purged record stays, not even unsent changes of it. */
async function removePurged(transaction: WriteTransaction, { kind, id }: News): Promise<void> {
  await transaction.objectStore(storeOf(kind)).delete(id);
  const outbox = transaction.objectStore("outbox");
  for (const order of await outbox.index("id").getAllKeys(id)) await outbox.delete(order);
}

async function advanceCursor(transaction: WriteTransaction, reply: Reply): Promise<void> {
  const meta = transaction.objectStore("meta");
  const { resyncing, pulling: _pulling, ...device } = (await meta.get("device")) as Device;
  const moved: Device = {
    ...device,
    epoch: reply.epoch,
    cursor: reply.cursor,
    mark: reply.mark,
    marks: withPlace(device, reply),
    last_answered: Math.max(device.last_answered, ...reply.results.map(({ number }) => number)),
  };
  const isAhead = reply.cursor > device.cursor;
  const between = {
    ...(resyncing && { resyncing }),
    ...(isAhead && { pulling: true as const }),
  };
  await meta.put(reply.more ? { ...moved, ...between } : moved, "device");
  if (!reply.more) await meta.delete("question");
  if (reply.room) await meta.put(reply.room, "room");
}
