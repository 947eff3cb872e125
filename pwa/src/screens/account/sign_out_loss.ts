/** What a device would lose if it were wiped now, and the words for it. */

import { countInWords, inDisplayOrder } from "../../data/kind_words";
import type { Kind } from "../../data/kinds.gen";
import { all, countUnsyncedByKind } from "../../data/queries";

/** By kind: how many, and the names of those that have one. */
export type Loss = Record<string, { count: number; names: string[] }>;

const NAMED_AT_MOST = 5;

/** Read what has not reached the server. */
export async function unsyncedLoss(): Promise<Loss> {
  const counts = await countUnsyncedByKind();
  const kinds = Object.entries(counts).map(async ([kind, count]) => [
    kind,
    { count, names: await namesOf(kind) },
  ]);
  return Object.fromEntries(await Promise.all(kinds));
}

/** Say a loss: "2 notes: Ana, Li; 1 promise"; nothing where there is none. */
export function lossText(loss: Loss): string {
  return inDisplayOrder(loss)
    .filter(([, { count }]) => count > 0)
    .map(([kind, { count, names }]) => countInWords(kind, count) + sayNames(names))
    .join("; ");
}

/** Say a loss to somebody whose it may not be: how many, and no names. */
export function countsText(loss: Loss): string {
  return lossText(
    Object.fromEntries(
      Object.entries(loss).map(([kind, { count }]) => [kind, { count, names: [] }]),
    ),
  );
}

function sayNames(names: string[]): string {
  if (names.length === 0) return "";
  const further = names.length - NAMED_AT_MOST;
  const shown = names.slice(0, NAMED_AT_MOST).join(", ");
  return further > 0 ? `: ${shown} and ${further} more` : `: ${shown}`;
}

async function namesOf(kind: string): Promise<string[]> {
  if (kind !== "conversation" && kind !== "person") return [];
  const records = await all(kind satisfies Kind);
  const names = records
    .filter(({ unsynced }) => unsynced)
    .map(({ body }) => ("who" in body ? body.who : body.name));
  return [...new Set(names.filter(Boolean))];
}
