/** The known people, held in memory while typing, and who of them a text may mean. */

import { foldText } from "../../data/fold_text";
import { describePerson } from "../../data/names";
import { people, type Saved } from "../../data/queries";

let known: Saved<"person">[] | undefined;

/** Read all known people again. */
export async function reloadKnownPeople(): Promise<Saved<"person">[]> {
  known = await people();
  return known;
}

/** Return the known people as last read; they are read on the first call. */
export async function knownPeople(): Promise<Saved<"person">[]> {
  return known ?? reloadKnownPeople();
}

type Person = Saved<"person">;

const SHOWN_COUNT = 4;

/** Return the few known people whom the typed text may mean: matches of the name first, then of the description. */
export function suggestPeople(known: Person[], text: string, excludedIds: string[]): Person[] {
  const words = foldText(text).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const candidates = known.filter(({ id, body }) => body.name && !excludedIds.includes(id));
  const byName = candidates.filter(({ body }) => matches(body.name, words));
  const byTrait = candidates.filter(
    (person) => !byName.includes(person) && matches(describePerson(person), words),
  );
  return [...byName, ...byTrait].slice(0, SHOWN_COUNT);
}

/** Return the known person with exactly this name, if there is only one. */
export function findNamesake(known: Person[], name: string): Person | undefined {
  const same = known.filter(({ body }) => foldText(body.name).trim() === foldText(name).trim());
  return same.length === 1 ? same[0] : undefined;
}

function matches(text: string, words: string[]): boolean {
  const folded = ` ${foldText(text)}`;
  return words.every((word) => folded.includes(` ${word}`));
}
