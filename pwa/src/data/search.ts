/** Finds records by the words of the fields that the schema marks as searched: a plain scan, quicker than building an index. */
import { ownValue } from "../domain/own_value";
import { foldText, foldWithOrigins } from "./fold_text";
import { limits, searchedFields } from "./kinds.gen";
import { numbersIn, soughtNumbers, withoutNumbers } from "./numbers_in_text";
import type { Stored } from "./types";

/** One record, prepared for searching. */
export interface Entry {
  kind: string;
  id: string;
  personIds: string[];
  fields: [name: string, text: string][];
  folded: string;
  /** The digits of each number in the texts, a line each. */
  numbers: string;
}

/** A record that was found, with the place where the words are. */
export interface Hit {
  kind: string;
  id: string;
  /** The people whom it is about: the person found, or those of the conversation or follow-up. */
  personIds: string[];
  field: string;
  excerpt: string;
}

const EXCERPT_CHARACTERS = 120;
/** How much of the text comes before the word; a row on a phone has room for some 35 in all. */
const LEAD_CHARACTERS = 12;

/** Prepare a record for searching; nothing for what is deleted, for the user's own card, and for kinds without text. */
export function entryOf(record: Stored): Entry | undefined {
  const fields = searchedTexts(record);
  if (record.deleted_at !== null || record.body.is_me || fields.length === 0) return undefined;
  const text = fields.map(([, value]) => value).join("\n");
  const [folded, numbers] = [` ${foldText(text)}`, numbersIn(text).join("\n")];
  return {
    kind: record.kind,
    id: record.id,
    personIds: personIdsOf(record),
    fields,
    folded,
    numbers,
  };
}

/**
 * Find the records in which every word of the text occurs, regardless of case and accents; a number also by its digits.
 * @param text - read as far as a line may be long
 * @returns at most `limit` hits; people whose name begins with the words come first, then records in
 * which the words begin words, then the rest
 */
export function search(entries: Entry[], text: string, limit: number): Hit[] {
  const line = text.slice(0, limits.line);
  const words = wordsOf(line);
  if (words.length === 0) return [];
  const [numbers, others] = [soughtNumbers(line), wordsOf(withoutNumbers(line))];
  const ranked: Entry[][] = [[], [], []];
  for (const entry of entries) {
    if (words.every((word) => entry.folded.includes(word))) ranked[rank(entry, words)]?.push(entry);
    else if (hasNumbers(entry, numbers, others)) ranked[1]?.push(entry);
  }
  return ranked
    .flat()
    .slice(0, limit)
    .map((entry) => hitOf(entry, words, numbers));
}

function wordsOf(text: string): string[] {
  return foldText(text).split(" ").filter(Boolean);
}

function hasNumbers(entry: Entry, numbers: string[], words: string[]): boolean {
  if (numbers.length === 0 || !numbers.every((one) => entry.numbers.includes(one))) return false;
  return words.every((word) => entry.folded.includes(word));
}

function searchedTexts({ kind, body }: Stored): [string, string][] {
  const names = ownValue<readonly string[]>(searchedFields, kind) ?? [];
  return names.flatMap((name): [string, string][] => {
    const value = ownValue(body, name);
    const text = Array.isArray(value) ? value.join("\n") : String(value ?? "");
    return text === "" ? [] : [[name, text]];
  });
}

function personIdsOf(record: Stored): string[] {
  if (record.kind === "person") return [record.id];
  return Array.isArray(record.body.person_ids) ? record.body.person_ids : [];
}

function rank(entry: Entry, words: string[]): number {
  const begins = words.every((word) => entry.folded.includes(` ${word}`));
  if (!begins) return 2;
  return entry.kind === "person" && isInName(entry, words) ? 0 : 1;
}

function isInName(entry: Entry, words: string[]): boolean {
  const name = entry.fields.find(([field]) => field === "name");
  const folded = ` ${foldText(name?.[1] ?? "")}`;
  return words.every((word) => folded.includes(` ${word}`));
}

function hitOf({ kind, id, personIds, fields }: Entry, words: string[], numbers: string[]): Hit {
  const [first = "", number] = [words[0], numbers[0]];
  const isPlace = ([, value]: [string, string]) => foldText(value).includes(first);
  const isNumber = ([, value]: [string, string]) =>
    number !== undefined && numbersIn(value).some((one) => one.includes(number));
  const [field, text] = fields.find(isPlace) ?? fields.find(isNumber) ?? ["", ""];
  return { kind, id, personIds, field, excerpt: excerptOf(text, first) };
}

function excerptOf(text: string, word: string): string {
  const { folded, origins } = foldWithOrigins(text);
  const found = origins[folded.indexOf(word)] ?? 0;
  const start = text.lastIndexOf(" ", found - LEAD_CHARACTERS) + 1;
  const end = start + EXCERPT_CHARACTERS;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
