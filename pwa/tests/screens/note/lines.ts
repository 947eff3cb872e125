/** Cards with a line typed on them, and the people whom Ada knows. */

import { defaults, type PersonRecord } from "../../../src/data/kinds.gen";
import type { Saved } from "../../../src/data/queries";
import { type Card, newCard, recordsOfCard } from "../../../src/screens/note/card";
import { readLine } from "../../../src/screens/note/reader";
import type { NoteFields } from "../../../src/screens/note/reading";
import { fillFields } from "../../../src/screens/note/reading";

export const AT = "2026-05-12T08:00:00.000Z";
export const FRIDAY = "2026-05-15";
export const LINE = "Ana, CTO at Fjord: drowning in audits. Send her Li's number by Friday";

/** Make somebody who is known. */
export function known(name: string, body: Partial<PersonRecord> = {}): Saved<"person"> {
  const whole = { ...defaults.person, ...body, name };
  const id = `known ${name}`;
  return { id, kind: "person", seq: 1, body: whole, refused: null, kept: {}, unsynced: false };
}

/** Make an empty card. */
export function card(typed: Partial<NoteFields> = {}): Card {
  const blank = newCard();
  return { ...blank, captured_at: AT, typed: { ...blank.typed, ...typed } };
}

/** Let the line of a card rest, so that it is understood. */
export function rested(on: Card, people: Saved<"person">[] = []): Card {
  const around = { now: new Date(AT), zone: "Europe/Berlin", language: "en-GB", known: people };
  const reading = readLine(on, around);
  return { ...on, reading, typed: fillFields(on.typed, on.reading?.filling, reading.filling) };
}

/** Type a line in place of the one before, and let it rest. */
export function retyped(on: Card, who: string, people: Saved<"person">[] = []): Card {
  return rested({ ...on, typed: { ...on.typed, who } }, people);
}

/** Give what a card writes of each kind. */
export function written(on: Card, kind: string): object[] {
  return recordsOfCard(on).flatMap((record) => (record.kind === kind ? [record.set] : []));
}
