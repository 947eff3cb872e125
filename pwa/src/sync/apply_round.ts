/** Takes a reply in, as a whole or not at all: what was answered, what is news, how far we are. */
import { announce } from "../data/announce";
import { inTransaction, recordStores, storeOf, type Writing } from "../data/db";
import type { Account, Device, SyncPrompt } from "../data/types";
import type { Batch } from "./batch";
import { withPlace } from "./common_history";
import type { News, Reply, Result } from "./protocol";
import { afterAccepted, afterRefused, withNews } from "./reconcile";
import { keepHere, reconcileFound, resendLost } from "./resync";

/**
 * Take in the reply to what was claimed. Safe to repeat.
 * gives: false where the device has come to belong to somebody else, or to nobody, in the meantime
 */
export async function applyReply(claim: Batch, reply: Reply): Promise<boolean> {
  const isTaken = await inTransaction([...recordStores, "outbox", "meta"], async (transaction) => {
    if (!(await isStillOurs(transaction, claim))) return false;
    for (const result of reply.results) await settleChange(transaction, claim, result);
    for (const news of reply.records) await takeIn(transaction, news, claim.question?.answer);
    if (claim.device.resyncing && !reply.more) await resendLost(transaction);
    await moveOn(transaction, reply);
    return true;
  });
  const changed = [...claim.rows, ...reply.records].map(({ kind }) => storeOf(kind));
  if (changed.length > 0) announce([...new Set(changed), "outbox"]);
  return isTaken;
}

/**
 * Take in the results alone and stay where we are, because the news waits for the person's word.
 * Safe to repeat.
 */
export function applyResults(claim: Batch, reply: Reply): Promise<boolean> {
  const { cursor, mark } = claim.device;
  const results = withoutUnseen(claim, reply);
  return applyReply(claim, { ...reply, results, records: [], cursor, mark, more: true });
}

/** The seq of a state that waits with the news is not taken; a record made here has no other. */
function withoutUnseen({ rows }: Batch, { results, records }: Reply): Result[] {
  const waiting = new Set(records.map(({ id }) => id));
  const unseen = rows.filter(({ id, base_seq }) => base_seq > 0 && waiting.has(id));
  const numbers = new Set(unseen.map(({ number }) => number));
  return results.map((one) => (numbers.has(one.number) ? { ...one, seq: null } : one));
}

/** Someone may have signed out, or the device taken a new id, while the answer was on its way. */
async function isStillOurs(transaction: Writing, { account, device }: Batch): Promise<boolean> {
  const meta = transaction.objectStore("meta");
  const present = (await meta.get("account")) as Account | undefined;
  const ours = (await meta.get("device")) as Device | undefined;
  return present?.id === account.id && ours?.device_id === device.device_id;
}

async function settleChange(transaction: Writing, claim: Batch, result: Result): Promise<void> {
  const row = claim.rows.find(({ number }) => number === result.number);
  const outbox = transaction.objectStore("outbox");
  if (!row || !(await outbox.get(row.order))) return;
  await outbox.delete(row.order);
  const store = transaction.objectStore(storeOf(row.kind));
  const record = await store.get(row.id);
  if (!record) return;
  const isRejected = result.outcome === "rejected";
  await store.put(
    isRejected
      ? afterRefused(record, row, result)
      : afterAccepted(record, row, Math.max(record.seq, result.seq ?? 0)),
  );
}

async function takeIn(
  transaction: Writing,
  news: News,
  answer: SyncPrompt["answer"],
): Promise<void> {
  const store = transaction.objectStore(storeOf(news.kind));
  const record = await store.get(news.id);
  if (news.purged) return removeAll(transaction, news);
  if (record?.adrift === "above") return reconcileFound(transaction, record, news);
  if (record && !record.adrift && record.seq > news.seq) return;
  const isTaken = record?.deleted_at === null && news.deleted_at !== null;
  if (isTaken && answer === "keep") return keepHere(transaction, record, news);
  const outbox = transaction.objectStore("outbox");
  const { record: renewed, rows } = withNews(
    record,
    news,
    await outbox.index("id").getAll(news.id),
  );
  await store.put(renewed);
  for (const row of rows) await outbox.put(row);
}

/** What was purged leaves nothing here, what was typed about it and not sent included. */
async function removeAll(transaction: Writing, { kind, id }: News): Promise<void> {
  await transaction.objectStore(storeOf(kind)).delete(id);
  const outbox = transaction.objectStore("outbox");
  for (const order of await outbox.index("id").getAllKeys(id)) await outbox.delete(order);
}

async function moveOn(transaction: Writing, reply: Reply): Promise<void> {
  const meta = transaction.objectStore("meta");
  const { resyncing, pulling: _read, ...device } = (await meta.get("device")) as Device;
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
}
