/** Finds records by any words of any field: a plain scan, quicker than an index is built. */
import type { Body, Stored } from "./types";

/** One record, made ready to be searched. */
export interface Entry {
  kind: string;
  id: string;
  personIds: string[];
  fields: [name: string, text: string][];
  folded: string;
}

export interface Hit {
  kind: string;
  id: string;
  /** Whom it is about: the person found, or those of the conversation or follow-up. */
  personIds: string[];
  field: string;
  excerpt: string;
}

const UNREADABLE = /(^id|_id|_ids|_at|_on)$|^(channel|begun_by|forecast|owed_by|ring|decided)$/;
const BEYOND_ASCII = /[\u0080-\uffff]/;
const EXCERPT_CHARACTERS = 120;
/** What stands before the word; a row on a phone has room for some 35 in all. */
const LEAD_CHARACTERS = 12;

/** Make a record ready; give nothing for what is deleted, a setting, or the user's own card. */
export function entryOf(record: Stored): Entry | undefined {
  if (record.deleted_at !== null || record.kind === "setting" || record.body.is_me)
    return undefined;
  const fields = readable(record.body);
  const folded = ` ${fold(fields.map(([, text]) => text).join("\n"))}`;
  return { kind: record.kind, id: record.id, personIds: personIdsOf(record), fields, folded };
}

/**
 * Give the records in which every word of the text occurs, case and accents aside.
 * gives: at most `limit`; those where a name or the first field begins with the words come first,
 * then those where the words begin words, then the rest
 */
export function search(entries: Entry[], text: string, limit: number): Hit[] {
  const words = fold(text).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const ranked: Entry[][] = [[], [], []];
  for (const entry of entries) {
    if (words.every((word) => entry.folded.includes(word))) ranked[rank(entry, words)]?.push(entry);
  }
  return ranked
    .flat()
    .slice(0, limit)
    .map((entry) => hitOf(entry, words));
}

function readable(body: Body): [string, string][] {
  return Object.entries(body)
    .filter(([name]) => !UNREADABLE.test(name))
    .map(([name, value]): [string, string] => [
      name,
      Array.isArray(value) ? value.join("\n") : String(value),
    ])
    .filter(([, text]) => text !== "");
}

function personIdsOf(record: Stored): string[] {
  if (record.kind === "person") return [record.id];
  return Array.isArray(record.body.person_ids) ? record.body.person_ids : [];
}

/** Make a text ready to be compared: small letters without accents, words apart by one blank. */
export function fold(text: string): string {
  const plain = BEYOND_ASCII.test(text) ? text.normalize("NFD").replace(/\p{M}+/gu, "") : text;
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
}

function rank(entry: Entry, words: string[]): number {
  const begins = words.every((word) => entry.folded.includes(` ${word}`));
  if (!begins) return 2;
  return entry.kind === "person" && isInName(entry, words) ? 0 : 1;
}

function isInName(entry: Entry, words: string[]): boolean {
  const name = entry.fields.find(([field]) => field === "name");
  const folded = ` ${fold(name?.[1] ?? "")}`;
  return words.every((word) => folded.includes(` ${word}`));
}

function hitOf({ kind, id, personIds, fields }: Entry, words: string[]): Hit {
  const first = words[0] ?? "";
  const [field, text] = fields.find(([, value]) => fold(value).includes(first)) ?? ["", ""];
  return { kind, id, personIds, field, excerpt: excerptOf(text, first) };
}

/** Folding keeps most lengths, so the place is near enough for an excerpt. */
function excerptOf(text: string, word: string): string {
  const start = text.lastIndexOf(" ", text.toLowerCase().indexOf(word) - LEAD_CHARACTERS) + 1;
  const end = start + EXCERPT_CHARACTERS;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
