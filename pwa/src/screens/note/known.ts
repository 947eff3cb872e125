/** Finds whom the person typing may mean, among those known already. */

import { context } from "../../components/person_picker/context";
import { foldText } from "../../data/fold_text";
import type { Saved } from "../../data/queries";

type Person = Saved<"person">;

const SHOWN_COUNT = 4;

/** Give the few known people whom the typed text may mean: by their name first, then by what is known of them. */
export function suggest(known: Person[], text: string, taken: string[]): Person[] {
  const words = foldText(text).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const free = known.filter(({ id, body }) => body.name && !taken.includes(id));
  const byName = free.filter(({ body }) => begins(body.name, words));
  const byTrait = free.filter(
    (person) => !byName.includes(person) && begins(context(person), words),
  );
  return [...byName, ...byTrait].slice(0, SHOWN_COUNT);
}

/** Give the one known person who bears exactly this name, if it is only one. */
export function namesake(known: Person[], name: string): Person | undefined {
  const same = known.filter(({ body }) => foldText(body.name).trim() === foldText(name).trim());
  return same.length === 1 ? same[0] : undefined;
}

function begins(text: string, words: string[]): boolean {
  const folded = ` ${foldText(text)}`;
  return words.every((word) => folded.includes(` ${word}`));
}
