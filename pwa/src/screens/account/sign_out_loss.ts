/** What would be lost if this device were wiped now, as data and in words. */

import type { Kind } from "../../data/kinds.gen";
import { all, countUnsyncedByKind } from "../../data/queries";
import { countInWords, inDisplayOrder } from "../../data/words";

/** Per kind of record: how many, and the names of those that have one. */
export type Loss = Record<string, { count: number; names: string[] }>;

const NAMED_AT_MOST = 5;

/** Read what has not been synced. */
export async function unsyncedLoss(): Promise<Loss> {
  const counts = await countUnsyncedByKind();
  const kinds = Object.entries(counts).map(async ([kind, count]) => [
    kind,
    { count, names: await namesOf(kind) },
  ]);
  return Object.fromEntries(await Promise.all(kinds));
}

/** Return a loss in words: "2 notes: Ana, Li; 1 promise"; empty where nothing is lost. */
export function lossText(loss: Loss): string {
  return inDisplayOrder(loss)
    .filter(([, { count }]) => count > 0)
    .map(([kind, { count, names }]) => countInWords(kind, count) + namesText(names))
    .join("; ");
}

/** Return a loss in words for somebody who may not own the records: how many, and no names. */
export function countsText(loss: Loss): string {
  return lossText(
    Object.fromEntries(
      Object.entries(loss).map(([kind, { count }]) => [kind, { count, names: [] }]),
    ),
  );
}

function namesText(names: string[]): string {
  if (names.length === 0) return "";
  const more = names.length - NAMED_AT_MOST;
  const shown = names.slice(0, NAMED_AT_MOST).join(", ");
  return more > 0 ? `: ${shown} and ${more} more` : `: ${shown}`;
}

async function namesOf(kind: string): Promise<string[]> {
  if (kind !== "conversation" && kind !== "person") return [];
  const records = await all(kind satisfies Kind);
  const names = records
    .filter(({ unsynced }) => unsynced)
    .map(({ body }) => ("who" in body ? body.who : body.name));
  return [...new Set(names.filter(Boolean))];
}
