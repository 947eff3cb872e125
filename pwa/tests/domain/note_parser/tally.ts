/** Compares what lines are understood as with what the table expects, field by field. */

import table from "../../../../tests/vectors/line.json";
import { parseNote } from "../../../src/domain/note_parser/parse_note";
import type { ParsedNote, ParserContext } from "../../../src/domain/note_parser/parsed_note";
import { momentOf } from "../../../src/domain/note_parser/wall_clock";

export const fields = [
  "who",
  "person",
  "role",
  "organisation",
  "problem",
  "promise",
  "theirs",
  "due",
  "their_date",
  "phone",
  "email",
  "link",
  "mention",
] as const;
export type Field = (typeof fields)[number];
type Values = Record<Field, string[]>;
export type Case = { line: string; held_out?: boolean } & Partial<Values & typeof table>;

export const cases = table.cases as unknown as Case[];

interface Score {
  right: number;
  wrong: number;
  missed: number;
}

/** Understand a case of the table as and when it was written. */
function understood(given: Case): ParsedNote {
  return parseNote(given.line, writingOf(given));
}

/** Return when, where and by whom a case was written. */
export function writingOf({ now, zone, language, people }: Partial<Case> = {}): ParserContext {
  const where = zone ?? table.zone;
  const [day = "", time = ""] = (now ?? table.now).split("T");
  return {
    now: new Date(momentOf(day, time, where)),
    zone: where,
    language: language ?? table.language,
    people: people ?? table.people,
  };
}

/** Return what a case expects, field by field. */
function expected(given: Case): Values {
  return Object.fromEntries(fields.map((field) => [field, given[field] ?? []])) as Values;
}

/** Return what a line is understood as, in the words of the table. */
function values(found: ParsedNote): Values {
  const words = (list: ({ value: string } | null)[]) => list.flatMap((one) => one?.value ?? []);
  const owed = (by: string) => words(found.promises.filter(({ owed_by }) => owed_by === by));
  return {
    who: words(found.who.map(({ name }) => name)),
    person: found.who.flatMap(({ name }) => idsOf(name)),
    role: unique(words(found.who.map(({ role }) => role))),
    organisation: unique(words(found.who.map(({ organisation }) => organisation))),
    problem: words(found.problems),
    promise: owed("me"),
    theirs: owed("them"),
    due: found.promises.flatMap(({ due }) => due?.due_on ?? due?.due_at ?? []),
    their_date: found.their_dates.map(({ on }) => on),
    phone: words(found.phones),
    email: words(found.emails),
    link: words(found.links),
    mention: unique(found.mentions.map((one) => one.person_ids.join("|"))),
  };
}

const read = new Map(cases.map((given) => [given, values(understood(given))]));

/** Count, for one field over many cases, what was right, wrong and missed. */
export function score(field: Field, of: Case[]): Score {
  const total = { right: 0, wrong: 0, missed: 0 };
  for (const given of of) {
    const found = read.get(given)?.[field] ?? [];
    const left = [...expected(given)[field]];
    for (const value of found) {
      const at = left.indexOf(value);
      if (at < 0) total.wrong++;
      else left.splice(at, 1);
    }
    total.missed += left.length;
    total.right += expected(given)[field].length - left.length;
  }
  return total;
}

/** Return the share of what was found that is right. */
export function precision({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Return the share of what was there that was found. */
export function recall({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

function idsOf(name: ParsedNote["who"][number]["name"]): string[] {
  if (!name || name.person_ids.length === 0) return [];
  const asks = name.person_ids.length === 1 && !name.sure;
  return [`${asks ? "?" : ""}${name.person_ids.join("|")}`];
}

function unique<Value>(list: Value[]): Value[] {
  return [...new Set(list)];
}
