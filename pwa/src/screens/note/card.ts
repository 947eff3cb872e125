/** The card of one conversation: what its screen holds, and the records that it is stored as. */

import { newId } from "../../data/ids";
import {
  type ConversationRecord,
  type FollowUpRecord,
  limits,
  type PersonRecord,
  type ProblemRecord,
} from "../../data/kinds.gen";
import { encodeDecisions } from "./decisions";
import { namesSoFar } from "./names";
import type { Decision, LineReading, NoteFields, NotePerson } from "./reading";

/**
 * A card as the screen holds it. `chosen` are the people shown as chips. `nextId` is reserved for the first
 * new person in the who field, `furtherIds` for others there. `reading` is how that text was last understood.
 */
export interface Card {
  conversation_id: string;
  follow_up_id: string;
  problem_id: string;
  event_id: string | null;
  captured_at: string | null;
  chosen: NotePerson[];
  nextId: string;
  furtherIds: string[];
  typed: NoteFields;
  reading: LineReading | null;
  decisions: Record<string, Decision>;
}

/** A record that a card is stored as. Undoing one that is `isKnown` resets its fields, and never deletes it. */
export type NoteRecord =
  | { kind: "person"; id: string; set: Partial<PersonRecord>; isKnown?: true }
  | { kind: "conversation"; id: string; set: Partial<ConversationRecord> }
  | { kind: "follow_up"; id: string; set: Partial<FollowUpRecord> }
  | { kind: "problem"; id: string; set: Partial<ProblemRecord> };

const PEOPLE_PER_LINE = 12;

const EMPTY: NoteFields = {
  who: "",
  problem: "",
  promise: "",
  promise_due_on: null,
  forecast: null,
  notes: "",
};

/** Create an empty card. */
export function newCard(): Card {
  return {
    conversation_id: newId(),
    follow_up_id: newId(),
    problem_id: newId(),
    event_id: null,
    captured_at: null,
    chosen: [],
    typed: EMPTY,
    ...emptyLine(),
  };
}

/** Return the part of a card that depends on its line, before anything is typed. */
export function emptyLine(): Pick<Card, "nextId" | "furtherIds" | "reading" | "decisions"> {
  const [nextId = newId(), ...furtherIds] = Array.from({ length: PEOPLE_PER_LINE }, newId);
  return { nextId, furtherIds, reading: null, decisions: {} };
}

/** Check whether the card is empty. */
export function isEmpty({ chosen, typed }: Card): boolean {
  const words = typed.who + typed.problem + typed.promise + typed.notes;
  return chosen.length === 0 && !words.trim() && !typed.promise_due_on && !typed.forecast;
}

/** Check whether the text in the who field says more than names, and was not read in its present form. */
export function isLineUnread(card: Card): boolean {
  return isLine(card, peopleOnCard(card)) && card.reading?.text !== card.typed.who;
}

/** Return the records that the card is stored as; an empty card has none. */
export function recordsOfCard(card: Card): NoteRecord[] {
  if (isEmpty(card)) return [];
  const everyone = peopleOnCard(card);
  const person_ids = everyone.map(({ id }) => id);
  return [
    conversationOf(card, everyone),
    ...everyone.flatMap((person) => personOf(person, card)),
    ...followUpOf(card, person_ids),
    ...problemOf(card, person_ids),
  ];
}

/** Return all people on the card: those chosen, and those named in the who field. */
export function peopleOnCard(card: Card): NotePerson[] {
  const { chosen, reading, typed } = card;
  const isOutdated = reading?.text !== typed.who;
  const isSameLine = reading?.is_line && typed.who.trim() !== "";
  const named =
    reading && (!isOutdated || isSameLine)
      ? reading.people
      : newPeople(card, namesSoFar(typed.who));
  return [...chosen, ...named.filter(({ id }) => !chosen.some((one) => one.id === id))];
}

/** Create new people with these names, using the ids that the card reserves for them. */
export function newPeople({ nextId, furtherIds }: Card, names: string[]): NotePerson[] {
  const ids = [nextId, ...furtherIds];
  const few = names.slice(0, ids.length);
  return few.map((name, index) => ({ id: ids[index] as string, name, isNew: true }));
}

function personOf({ id, name, isNew }: NotePerson, { captured_at, reading }: Card): NoteRecord[] {
  const facts = reading?.facts[id] ?? {};
  if (isNew) return [{ kind: "person", id, set: { name: clipped(name), captured_at, ...facts } }];
  if (Object.keys(facts).length === 0) return [];
  return [{ kind: "person", id, set: facts, isKnown: true }];
}

function isLine({ chosen, typed }: Card, everyone: NotePerson[]): boolean {
  const named = everyone.slice(chosen.length).map(({ name }) => clipped(name));
  return typed.who.trim() !== named.join(", ");
}

/** The line is stored as it was typed where it says more than names. */
function conversationOf(card: Card, everyone: NotePerson[]): NoteRecord {
  const { who, ...typed } = card.typed;
  const set = {
    ...typed,
    who: clipped(everyone.map(({ name }) => name).join(", ")),
    ...(isLine(card, everyone) ? { line: who } : {}),
    ...(isLineUnread(card) ? { is_line_unread: true } : {}),
    person_ids: everyone.map(({ id }) => id),
    captured_at: card.captured_at,
    ...theirDayOf(card),
    ...decisionsOf(card),
    ...(card.event_id ? { event_id: card.event_id } : {}),
  };
  return { kind: "conversation", id: card.conversation_id, set };
}

function theirDayOf({ reading }: Card): Partial<ConversationRecord> {
  const day = reading?.their_day;
  return day ? { their_day_on: day.on, their_day_what: clipped(day.what) } : {};
}

function decisionsOf({ decisions }: Card): Partial<ConversationRecord> {
  const decided = encodeDecisions(decisions);
  return decided.length > 0 ? { decided } : {};
}

function followUpOf(card: Card, person_ids: string[]): NoteRecord[] {
  const { conversation_id, follow_up_id, captured_at, typed, reading } = card;
  if (!typed.promise.trim()) return [];
  const set = {
    owed_by: "me" as const,
    what: typed.promise,
    due_on: typed.promise_due_on,
    ...(reading?.due_at && reading.filling.promise_due_on === typed.promise_due_on
      ? { due_at: reading.due_at }
      : {}),
    person_ids,
    conversation_id,
    captured_at,
  };
  return [{ kind: "follow_up", id: follow_up_id, set }];
}

function problemOf(card: Card, person_ids: string[]): NoteRecord[] {
  const { conversation_id, problem_id, captured_at, typed } = card;
  if (!typed.problem.trim()) return [];
  const set = { what: typed.problem, person_ids, conversation_id, captured_at };
  return [{ kind: "problem", id: problem_id, set }];
}

/** Where a name is too long for its field, the whole text stays in the card's line. */
function clipped(line: string): string {
  return [...line].slice(0, limits.line).join("");
}

/** Return the last `count` new people: those created from the line come last on a card. */
export function lastNewPeople(people: NotePerson[], count: number): NotePerson[] {
  const created = people.filter(({ isNew }) => isNew);
  return created.slice(Math.max(0, created.length - count));
}

/** Return the reserved ids of a card, so that its line names these people again. */
export function reuseIds(
  made: NotePerson[],
  { nextId, furtherIds }: Card,
): Pick<Card, "nextId" | "furtherIds"> {
  const [first = nextId, ...others] = [...made.map(({ id }) => id), nextId, ...furtherIds];
  return { nextId: first, furtherIds: others };
}
