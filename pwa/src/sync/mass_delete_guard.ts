/** Notices when a pull would delete much of what is here, before any of it is taken in. */
import type { Answer, Offline, Refusal } from "../api";
import { db, storeOf } from "../data/db";
import { countRecords } from "../data/queries";
import type { SyncPrompt } from "../data/types";
import type { Batch } from "./batch";
import type { News, Reply } from "./protocol";

/** What was seen ahead: nothing that matters, a question for the person, or no answer from the server. */
export type Look =
  | { found: "nothing" }
  | { found: "question"; question: SyncPrompt }
  | { found: "trouble"; answer: Refusal | Offline };

/** Asks for the news after a place, and sends nothing up. */
export type Peek = (from: Pick<Reply, "cursor" | "mark">) => Promise<Answer<Reply>>;

const DELETIONS_AT_LEAST = 20;
const NOTHING: Look = { found: "nothing" };

/**
 * Look over all pages of a pull together, and read ahead only where they could hold a sweep.
 * takes: the first page, which was not taken in yet; the way to the further ones
 */
export async function checkForMassDelete(claim: Batch, first: Reply, peek: Peek): Promise<Look> {
  const isDecided = claim.device.pulling || claim.question?.answer !== undefined;
  if (isDecided || !(first.more || first.records.some(isDeletion))) return NOTHING;
  const present = await countRecords();
  const atLeast = Math.max(DELETIONS_AT_LEAST, Math.ceil(present / 2));
  if (present < atLeast || mostAhead(claim, first) < atLeast) return NOTHING;

  const deletions = first.records.filter(isDeletion);
  for (let page = first; page.more; ) {
    const answer = await peek(page);
    if (!answer.ok) return { found: "trouble", answer };
    page = answer.body;
    deletions.push(...page.records.filter(isDeletion));
  }
  const count = await countPresentAmong(deletions);
  if (count < atLeast) return NOTHING;
  return { found: "question", question: { about: "deletions", count, of: present } };
}

/** What is purged was meant, and goes whatever else is decided. */
function isDeletion({ deleted_at, purged }: News): boolean {
  return deleted_at !== null && !purged;
}

/** A pull holds no more records than there are seqs between its two ends. */
function mostAhead(claim: Batch, first: Reply): number {
  if (!first.more) return first.records.filter(isDeletion).length;
  return (first.head ?? Number.POSITIVE_INFINITY) - claim.device.cursor;
}

/** What was edited here, or forgotten by a server that was put back, survives a deletion anyway. */
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
