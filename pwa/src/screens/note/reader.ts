/** Reads the line of a card with the note parser; imported on demand, as it brings the parser along. */

import type { Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { parseNote } from "../../domain/note_parser/parse_note";
import type { ParsedNote, Who } from "../../domain/note_parser/parsed_note";
import { type Card, lastNewPeople, newPeople, reuseIds } from "./card";
import { findNamesake, knownPeople } from "./known_people";
import { type LineContent, lineContent } from "./line_content";
import { fieldsOfLine } from "./line_facts";
import { type LinePeople, peopleOfLine } from "./line_people";
import { listedNames } from "./names";
import { type FilledFields, fillFields, type LineReading } from "./reading";

/** Read the text in the who field; dates count from the moment at which the card was started. */
export async function readLineOfCard(card: Card): Promise<LineReading> {
  const others = (await knownPeople()).filter(
    ({ body }) => body.captured_at === null || body.captured_at !== card.captured_at,
  );
  return readLine(card, {
    known: others,
    now: card.captured_at ? new Date(card.captured_at) : new Date(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: navigator.language,
  });
}

/** Return the card with a reading, and with the fields that it may fill. */
export function withReading(card: Card, reading: LineReading): Card {
  return {
    ...card,
    typed: fillFields(card.typed, card.reading?.filling, reading.filling),
    reading,
  };
}

/** Read the line of a stored card again: people named in it are the line's, all others were chosen. */
export async function rereadCard(card: Card): Promise<Card> {
  const first = await readLineOfCard({ ...card, chosen: [] });
  const again = {
    ...card,
    chosen: [],
    ...reuseIds(lastNewPeople(card.chosen, first.people.filter(({ isNew }) => isNew).length), card),
  };
  const read = await readLineOfCard(again);
  const named = read.people.filter(({ id }) => card.chosen.some((one) => one.id === id));
  const chosen = card.chosen.filter(({ id }) => !named.some((one) => one.id === id));
  return { ...again, chosen, reading: { ...read, people: named } };
}

export interface LineContext {
  known: Saved<"person">[];
  now: Date;
  zone: string;
  language: string;
}

/** Read the text in the who field of a card; a plain name or description does not count as a line. */
export function readLine(card: Card, context: LineContext): LineReading {
  const text = card.typed.who;
  const note = parseNote(text, {
    ...context,
    people: context.known.map(({ id, body }) => ({ id, ...body })),
  });
  if (!saysMoreThanNames(note)) return readNames(card, context);
  const linePeople = peopleOfLine(note.who, card, context.known);
  return { text, is_line: true, ...lineOf(note, linePeople, { card, known: context.known }) };
}

function lineOf(
  note: ParsedNote,
  linePeople: LinePeople,
  { card, known }: { card: Card; known: Saved<"person">[] },
): Omit<LineReading, "text" | "is_line"> {
  const content = lineContent(note, card.decisions);
  const about = fieldsOfLine(note, linePeople, { card, known });
  return {
    people: linePeople.people,
    facts: about.facts,
    filling: fillingOf(content),
    due_at: content.due_at,
    their_day: content.their_day,
    parts: [...linePeople.parts, ...about.parts, ...content.parts],
  };
}

function saysMoreThanNames({ who, ...note }: ParsedNote): boolean {
  const lists = [note.problems, note.promises, note.their_dates];
  const contacts = [note.phones, note.emails, note.links];
  return (
    who.some(({ role, organisation }) => role || organisation) ||
    [...lists, ...contacts].some((list) => list.length > 0)
  );
}

function readNames(card: Card, { known }: LineContext): LineReading {
  const text = card.typed.who;
  const listed = listedNames(text);
  const { people, parts } =
    listed.length > 1
      ? peopleOfLine(
          listed.map((name) => named(name, known)),
          card,
          known,
        )
      : { people: newPeople(card, [text.trim()].filter(Boolean)), parts: [] };
  const filling = { problem: "", promise: "", promise_due_on: null };
  return { text, is_line: false, people, facts: {}, filling, due_at: null, their_day: null, parts };
}

function named(value: string, known: Saved<"person">[]): Who {
  const person_ids = [findNamesake(known, value)?.id ?? []].flat();
  const name = { value, from: 0, to: value.length, sure: true, person_ids };
  return { name, role: null, organisation: null };
}

function fillingOf({ problems, promises, due_on, due_at }: LineContent): FilledFields {
  return {
    problem: problems.join("\n"),
    promise: promises.join("\n"),
    promise_due_on: due_at ? localDay(new Date(due_at)) : due_on,
  };
}
