/** The card of one conversation as the screen holds it, and the records that it comes to. */

import { newId } from "../../data/ids";
import type {
  ConversationRecord,
  FollowUpRecord,
  PersonRecord,
  ProblemRecord,
} from "../../data/kinds.gen";
import { limits } from "../../data/kinds.gen";
import { writtenDown } from "./decided";
import { namesSoFar } from "./names";
import type { Decision, Reading } from "./reading";
import type { Met, Typed } from "./typed";

/**
 * `next` is whom the text in the who field names: a new person from its first letter on; `further`
 * are those whom it names besides. `read` is what that text was last understood as.
 */
export interface Card {
  conversation_id: string;
  follow_up_id: string;
  problem_id: string;
  event_id: string | null;
  captured_at: string | null;
  met: Met[];
  next: string;
  further: string[];
  typed: Typed;
  read: Reading | null;
  decisions: Record<string, Decision>;
}

/** What is said of a known person is taken back without taking the person. */
export type Wanted =
  | { kind: "person"; id: string; set: Partial<PersonRecord>; isKnown?: true }
  | { kind: "conversation"; id: string; set: Partial<ConversationRecord> }
  | { kind: "follow_up"; id: string; set: Partial<FollowUpRecord> }
  | { kind: "problem"; id: string; set: Partial<ProblemRecord> };

const PEOPLE_OF_A_LINE = 12;

const EMPTY: Typed = {
  who: "",
  problem: "",
  promise: "",
  promise_due_on: null,
  forecast: null,
  notes: "",
};

/** Make a card on which nothing stands yet. */
export function newCard(): Card {
  return {
    conversation_id: newId(),
    follow_up_id: newId(),
    problem_id: newId(),
    event_id: null,
    captured_at: null,
    met: [],
    typed: EMPTY,
    ...freshLine(),
  };
}

/** Give what a card holds of its line before anything is typed. */
export function freshLine(): Pick<Card, "next" | "further" | "read" | "decisions"> {
  const [next = newId(), ...further] = Array.from({ length: PEOPLE_OF_A_LINE }, newId);
  return { next, further, read: null, decisions: {} };
}

/** Ask whether nothing stands on the card. */
export function isEmpty({ met, typed }: Card): boolean {
  const words = typed.who + typed.problem + typed.promise + typed.notes;
  return met.length === 0 && !words.trim() && !typed.promise_due_on && !typed.forecast;
}

/** Ask whether the text in the who field says more than names, and was not understood as it stands. */
export function isLineUnread(card: Card): boolean {
  return isLine(card, everyoneOn(card)) && card.read?.text !== card.typed.who;
}

/** Say which records the card comes to now; an empty one comes to none. */
export function recordsOf(card: Card): Wanted[] {
  if (isEmpty(card)) return [];
  const everyone = everyoneOn(card);
  const person_ids = everyone.map(({ id }) => id);
  return [
    conversationOf(card, everyone),
    ...everyone.flatMap((person) => personOf(person, card)),
    ...followUpOf(card, person_ids),
    ...problemOf(card, person_ids),
  ];
}

/** List everybody on the card: those chosen, and those whom the text in the who field names. */
export function everyoneOn(card: Card): Met[] {
  const { met, read, typed } = card;
  const isOlder = read?.text !== typed.who;
  const isGoingOn = read?.is_line && typed.who.trim() !== "";
  const named =
    read && (!isOlder || isGoingOn) ? read.people : newPeople(card, namesSoFar(typed.who));
  return [...met, ...named.filter(({ id }) => !met.some((one) => one.id === id))];
}

/** Make new people of names, with the ids that the card keeps for those whom its text names. */
export function newPeople({ next, further }: Card, names: string[]): Met[] {
  const ids = [next, ...further];
  const few = names.slice(0, ids.length);
  return few.map((name, at) => ({ id: ids[at] as string, name, isNew: true }));
}

function personOf({ id, name, isNew }: Met, { captured_at, read }: Card): Wanted[] {
  const facts = read?.facts[id] ?? {};
  if (isNew) return [{ kind: "person", id, set: { name: clipped(name), captured_at, ...facts } }];
  if (Object.keys(facts).length === 0) return [];
  return [{ kind: "person", id, set: facts, isKnown: true }];
}

function isLine({ met, typed }: Card, everyone: Met[]): boolean {
  const named = everyone.slice(met.length).map(({ name }) => clipped(name));
  return typed.who.trim() !== named.join(", ");
}

/** The line is kept as it was typed, where it says more than the names. */
function conversationOf(card: Card, everyone: Met[]): Wanted {
  const { who, ...typed } = card.typed;
  const set = {
    ...typed,
    who: clipped(everyone.map(({ name }) => name).join(", ")),
    ...(isLine(card, everyone) ? { line: who } : {}),
    ...(isLineUnread(card) ? { is_line_unread: true } : {}),
    person_ids: everyone.map(({ id }) => id),
    captured_at: card.captured_at,
    ...theirDayOf(card),
    ...decidedOf(card),
    ...(card.event_id ? { event_id: card.event_id } : {}),
  };
  return { kind: "conversation", id: card.conversation_id, set };
}

function theirDayOf({ read }: Card): Partial<ConversationRecord> {
  const day = read?.their_day;
  return day ? { their_day_on: day.on, their_day_what: clipped(day.what) } : {};
}

function decidedOf({ decisions }: Card): Partial<ConversationRecord> {
  const decided = writtenDown(decisions);
  return decided.length > 0 ? { decided } : {};
}

function followUpOf(card: Card, person_ids: string[]): Wanted[] {
  const { conversation_id, follow_up_id, captured_at, typed, read } = card;
  if (!typed.promise.trim()) return [];
  const set = {
    owed_by: "me" as const,
    what: typed.promise,
    due_on: typed.promise_due_on,
    ...(read?.due_at && read.filling.promise_due_on === typed.promise_due_on
      ? { due_at: read.due_at }
      : {}),
    person_ids,
    conversation_id,
    captured_at,
  };
  return [{ kind: "follow_up", id: follow_up_id, set }];
}

function problemOf(card: Card, person_ids: string[]): Wanted[] {
  const { conversation_id, problem_id, captured_at, typed } = card;
  if (!typed.problem.trim()) return [];
  const set = { what: typed.problem, person_ids, conversation_id, captured_at };
  return [{ kind: "problem", id: problem_id, set }];
}

/** The whole text stays in the card's line when it is longer than a name may be. */
function clipped(line: string): string {
  return [...line].slice(0, limits.line).join("");
}
