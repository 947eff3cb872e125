/** Turns what a line is understood as into people, facts and fields; what is not sure asks first. */

import type { Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { parseNote } from "../../domain/note_parser/parse_note";
import type { ParsedNote, Who } from "../../domain/note_parser/parsed_note";
import { type Card, newPeople } from "./card";
import { namesake } from "./known";
import { type ChipText, chipTexts } from "./line_chips";
import { fieldsOfLine } from "./line_facts";
import { type OnLine, peopleOf } from "./line_people";
import { listedNames } from "./names";
import type { Filling, Reading } from "./reading";

export interface Circumstances {
  known: Saved<"person">[];
  now: Date;
  zone: string;
  language: string;
}

/** Read the text in the who field of a card; a plain name or description is no line. */
export function readLine(card: Card, around: Circumstances): Reading {
  const text = card.typed.who;
  const understood = parseNote(text, {
    ...around,
    people: around.known.map(({ id, body }) => ({ id, ...body })),
  });
  if (!saysMoreThanNames(understood)) return readNames(card, around);
  const onLine = peopleOf(understood.who, card, around.known);
  return { text, is_line: true, ...lineOf(understood, onLine, { card, known: around.known }) };
}

function lineOf(
  understood: ParsedNote,
  onLine: OnLine,
  { card, known }: { card: Card; known: Saved<"person">[] },
): Omit<Reading, "text" | "is_line"> {
  const told = chipTexts(understood, card.decisions);
  const about = fieldsOfLine(understood, onLine, { card, known });
  return {
    people: onLine.people,
    facts: about.facts,
    filling: fillingOf(told),
    due_at: told.due_at,
    their_day: told.their_day,
    parts: [...onLine.parts, ...about.parts, ...told.parts],
  };
}

function saysMoreThanNames({ who, ...told }: ParsedNote): boolean {
  const lists = [told.problems, told.promises, told.their_dates];
  const contacts = [told.phones, told.emails, told.links];
  return (
    who.some(({ role, organisation }) => role || organisation) ||
    [...lists, ...contacts].some((list) => list.length > 0)
  );
}

function readNames(card: Card, { known }: Circumstances): Reading {
  const text = card.typed.who;
  const listed = listedNames(text);
  const { people, parts } =
    listed.length > 1
      ? peopleOf(
          listed.map((name) => named(name, known)),
          card,
          known,
        )
      : { people: newPeople(card, [text.trim()].filter(Boolean)), parts: [] };
  const filling = { problem: "", promise: "", promise_due_on: null };
  return { text, is_line: false, people, facts: {}, filling, due_at: null, their_day: null, parts };
}

function named(value: string, known: Saved<"person">[]): Who {
  const person_ids = [namesake(known, value)?.id ?? []].flat();
  const name = { value, from: 0, to: value.length, sure: true, person_ids };
  return { name, role: null, organisation: null };
}

function fillingOf({ problems, promises, due_on, due_at }: ChipText): Filling {
  return {
    problem: problems.join("\n"),
    promise: promises.join("\n"),
    promise_due_on: due_at ? localDay(new Date(due_at)) : due_on,
  };
}
