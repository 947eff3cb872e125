/** Notices when a pull would delete much of what is here, before any of it is applied. */
import type { Answer, Offline, Refusal } from "../api";
import { db, storeOf } from "../data/db";
import { countRecords } from "../data/queries";
import type { SyncPrompt } from "../data/types";
import type { Batch } from "./batch";
import type { News, Reply } from "./protocol";
import { isRecord } from "./set_aside";

/** The result of the check: harmless, a question for the person, or no answer from the server. */
export type PullCheck =
  | { result: "harmless" }
  | { result: "question"; question: SyncPrompt }
  | { result: "failed"; answer: Refusal | Offline };

/** Asks for the news after a place, and sends no changes. */
export type PullPage = (from: Pick<Reply, "cursor" | "mark">) => Promise<Answer<Reply>>;

const DELETIONS_AT_LEAST = 20;
const HARMLESS: PullCheck = { result: "harmless" };

/**
 * Check all pages of a pull together; further pages are read ahead only where they could hold a mass deletion.
 * @param first - the first page, which is not applied yet
 */
export async function checkForMassDelete(
  batch: Batch,
  first: Reply,
  pullPage: PullPage,
): Promise<PullCheck> {
  const isDecided = batch.device.pulling || batch.question?.answer !== undefined;
  if (isDecided || !(first.more || first.records.some(isDeletion))) return HARMLESS;
  const present = await countRecords();
  const atLeast = Math.max(DELETIONS_AT_LEAST, Math.ceil(present / 2));
  if (present < atLeast || mostDeletionsIn(batch, first) < atLeast) return HARMLESS;

  const deletions = first.records.filter(isDeletion);
  for (let page = first; page.more; ) {
    const answer = await pullPage(page);
    if (!answer.ok) return { result: "failed", answer };
    page = answer.body;
    deletions.push(...page.records.filter(isDeletion));
  }
  const count = await countPresentAmong(deletions);
  if (count < atLeast) return HARMLESS;
  return { result: "question", question: { about: "deletions", count, of: present } };
}

/** A purge is always intended, and is applied whatever the person decides. */
function isDeletion(news: News): boolean {
  return isRecord(news) && news.deleted_at !== null && !news.purged;
}

/** A pull holds at most as many records as there are seqs between its two ends. */
function mostDeletionsIn(batch: Batch, first: Reply): number {
  if (!first.more) return first.records.filter(isDeletion).length;
  return (first.head ?? Number.POSITIVE_INFINITY) - batch.device.cursor;
}

/** Records that were edited here, or that a restored server forgot, survive a deletion anyway. */
async function countPresentAmong(deletions: News[]): Promise<number> {
  const database = await db();
  const edited = new Set((await database.getAll("outbox")).map(({ id }) => id));
  let count = 0;
  for (const { kind, id } of deletions) {
    const record = await database.get(storeOf(kind), id);
    if (record?.deleted_at === null && record.adrift !== "above" && !edited.has(id)) count += 1;
  }
  return count;
}
