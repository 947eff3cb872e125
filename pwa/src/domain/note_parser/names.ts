/** Detects names in a text, and which known people a name may refer to. */

import type { FoundPerson, KnownPerson } from "./parsed_note";

const particle = "(?:van|von|der|den|de|da|di|del|la|le|bin|al|el|ten|ter)";
const title = "(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame)\\.?\\s+)?";
const part =
  "(?:(?:\\p{Lu}\\.\\s?)+|\\p{Lu}[\\p{L}\\p{M}]*(?:['-]\\p{L}+)*(?<!'s)\\.?(?<=\\p{L}\\.?))";
const latinName = `${title}${part}(?:\\s+(?:${particle}\\s+)*${part}){0,3}`;
const otherScript = "(?![\\p{Script=Latin}])\\p{Lo}[\\p{Lo}\\p{M}]*(?:\\s\\p{Lo}[\\p{Lo}\\p{M}]*)?";
const name = new RegExp(`^(?:${latinName}|${otherScript})`, "u");

/** Words at the beginning of notes that are never a name. */
const noNames = new Set(
  `the a an i he she they we you it his her him their my our this that these those there here what when
  where who why how if as at in on by for from with to of no not nothing nobody everyone somebody someone
  and or but so then than great good nice fun lovely best new old next last first second problem issue pain
  challenge struggle promise promised promises todo task action idea ideas note notes goal question quote
  fact lunch dinner breakfast coffee tea drinks beer panel talk talks keynote update reminder summary tip
  tips lesson news date time place event agenda day today tomorrow yesterday tonight monday tuesday
  wednesday thursday friday saturday sunday january february march july september october november
  december ps fyi nb thought thoughts should would could can may might must shall do does did don't please
  thanks thank hello hi hey dear let just also maybe perhaps about after before during since hiring pricing
  budget order room exam interview launch share call book send sent met saw talked spoke called write read
  uses used great conference meetup workshop session company team people person guy woman man girl boy
  founder ceo cto cfo coo fun email phone tel mail website link address remember follow ask tell need needs
  want wants works work churn traffic parking weather food music venue wifi`.split(/\s+/),
);

/** Names that are ordinary words as well, and need more evidence. */
const words = new Set(
  "may will mark rose grace hope art bill sue pat chase rich joy dawn frank june april august summer faith rob guy gene dale skip wade sunny max case chance angel drew miles jack bob".split(
    " ",
  ),
);

/** Return the name at the start of a text, if any. */
export function nameAtStart(text: string, people: KnownPerson[]): string | null {
  const known = knownAtStart(text, people);
  if (known) return known;
  const found = name
    .exec(text)?.[0]
    .trim()
    .replace(/(?<=\p{L}{2})\.$/u, "");
  if (!found || noNames.has(firstWord(found)) || /^[A-Z]{2,3}O$/.test(found)) return null;
  return found;
}

/** Check whether a name is an ordinary word as well. */
export function isWordToo(found: string): boolean {
  return words.has(found.toLowerCase());
}

/** Check whether a word only begins notes and is never a name. */
export function isNoName(word: string): boolean {
  return noNames.has(word.toLowerCase());
}

/** Return the ids of the known people with this name or first name. */
export function whoIs(found: string, people: KnownPerson[]): string[] {
  const wanted = plain(found);
  const full = people.filter((person) => plain(person.name) === wanted);
  const hits =
    full.length > 0 ? full : people.filter((person) => firstWord(person.name) === wanted);
  return hits.map(({ id }) => id);
}

/**
 * Find known people anywhere in a line, by full or first name with a capital.
 * A name that is an ordinary word as well counts only in full.
 */
export function findMentions(line: string, people: KnownPerson[]): FoundPerson[] {
  const names = people.flatMap(({ name }) => [name, name.split(/\s+/)[0] ?? ""]);
  const wanted = [...new Set(names)]
    .filter((one) => one && !isWordToo(one))
    .sort((one, other) => other.length - one.length)
    .map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (wanted.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return [...line.matchAll(pattern)].map(({ 0: value, index }) => {
    const person_ids = whoIs(value, people);
    const sure = person_ids.length === 1;
    return { value, from: index, to: index + value.length, sure, person_ids };
  });
}

function knownAtStart(text: string, people: KnownPerson[]): string | null {
  const names = people.flatMap(({ name }) => [name, name.split(/\s+/)[0] ?? ""]);
  const fits = names
    .filter((one) => one && plain(text.slice(0, one.length)) === plain(one))
    .filter((one) => !/^[\p{L}\p{N}'-]/u.test(text.slice(one.length)))
    .sort((one, other) => other.length - one.length);
  const longest = fits[0];
  const followed = longest && /^\s+\p{Lu}\p{Ll}/u.test(text.slice(longest.length));
  const isFull = people.some((person) => person.name === longest);
  return longest && (isFull || !followed) ? text.slice(0, longest.length) : null;
}

function firstWord(text: string): string {
  return plain(text).split(/\s+/)[0] ?? "";
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
