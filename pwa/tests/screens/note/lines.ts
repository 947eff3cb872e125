/** Cards with a typed line, and the people whom Ada knows. */

import { defaults, type PersonRecord } from "../../../src/data/kinds.gen";
import type { Saved } from "../../../src/data/queries";
import { type Card, newCard, recordsOfCard } from "../../../src/screens/note/card";
import { readLine } from "../../../src/screens/note/reader";
import type { NoteFields } from "../../../src/screens/note/reading";
import { fillFields } from "../../../src/screens/note/reading";

export const AT = "2026-05-12T08:00:00.000Z";
export const FRIDAY = "2026-05-15";
export const LINE = "Ana, CTO at Fjord: drowning in audits. Send her Li's number by Friday";

/** Create a known person. */
export function known(name: string, body: Partial<PersonRecord> = {}): Saved<"person"> {
  const whole = { ...defaults.person, ...body, name };
  const id = `known ${name}`;
  return { id, kind: "person", seq: 1, body: whole, refused: null, kept: {}, unsynced: false };
}

/** Create an empty card. */
export function card(typed: Partial<NoteFields> = {}): Card {
  const blank = newCard();
  return { ...blank, captured_at: AT, typed: { ...blank.typed, ...typed } };
}

/** Return the card with its line read. */
export function withLineRead(on: Card, people: Saved<"person">[] = []): Card {
  const context = { now: new Date(AT), zone: "Europe/Berlin", language: "en-GB", known: people };
  const reading = readLine(on, context);
  return { ...on, reading, typed: fillFields(on.typed, on.reading?.filling, reading.filling) };
}

/** Return the card with another line, read. */
export function withLine(on: Card, who: string, people: Saved<"person">[] = []): Card {
  return withLineRead({ ...on, typed: { ...on.typed, who } }, people);
}

/** Return the fields that a card stores in its records of one kind. */
export function storedFields(on: Card, kind: string): object[] {
  return recordsOfCard(on).flatMap((record) => (record.kind === kind ? [record.set] : []));
}
