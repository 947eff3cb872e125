/** Finds the people who may be the owner of a scanned code. */

import { foldText } from "../../data/fold_text";
import type { Saved } from "../../data/queries";
import { nameWords } from "../../domain/vcard/person_name";
import type { VcardPerson } from "../../domain/vcard/vcard_person";
import { isShared } from "./same_contact";

/** A known person who may be the owner of the code. */
export interface KnownAlready {
  person: Saved<"person">;
  /** Why, as words after the name. */
  because: string;
}

const SHOWN_COUNT = 3;

/**
 * Find people who may be the owner of the code, those on the open card first.
 * @param onCard - the ids of the people on the open card
 */
export function knownAlready(
  everybody: Saved<"person">[],
  facts: VcardPerson,
  onCard: string[],
): KnownAlready[] {
  const isOn = (id: string) => onCard.includes(id);
  const found = everybody.flatMap((person) => {
    const because = whySame(person, facts) ?? (isOn(person.id) ? "on this card" : undefined);
    return because ? [{ person, because }] : [];
  });
  const onFirst = found.toSorted((a, b) => Number(isOn(b.person.id)) - Number(isOn(a.person.id)));
  return onFirst.slice(0, SHOWN_COUNT);
}

function whySame({ body }: Saved<"person">, facts: VcardPerson): string | undefined {
  if (isShared("emails", body, facts)) return "same e-mail";
  if (isShared("phones", body, facts)) return "same number";
  if (isShared("links", body, facts)) return "same link";
  return whySameName(wordsOf(body.name), wordsOf(facts.name));
}

/** Titles and the order of the names don't count; of a longer name at least two words must be the shorter one. */
function whySameName(known: string[], scanned: string[]): string | undefined {
  const [shorter = [], longer = []] = [known, scanned].sort((a, b) => a.length - b.length);
  if (shorter.length === 0 || !shorter.every((word) => longer.includes(word))) return undefined;
  if (shorter.length === longer.length) return "same name";
  return shorter.length >= 2 ? "similar name" : undefined;
}

function wordsOf(name: string): string[] {
  return nameWords(name).flatMap((word) => foldText(word).split(" ").filter(Boolean));
}
