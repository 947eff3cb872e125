/** The card of one conversation as the screen holds it, and the records that it comes to. */

import { newId } from "../records/ids";
import type { ConversationRecord, FollowUpRecord, PersonRecord } from "../records/kinds.gen";
import { limits } from "../records/kinds.gen";

/** Somebody on the card; new, when the card made them and may take them back. */
export interface Met {
  id: string;
  name: string;
  isNew: boolean;
}

/** The fields of the form, as they are typed. */
export interface Typed {
  who: string;
  problem: string;
  promise: string;
  promise_due_on: string | null;
  forecast: ConversationRecord["forecast"];
  notes: string;
}

/** `next` is whom the text in the who field names: a new person from its first letter on. */
export interface Card {
  conversation_id: string;
  follow_up_id: string;
  captured_at: string | null;
  met: Met[];
  next: string;
  typed: Typed;
}

export type Wanted =
  | { kind: "person"; id: string; set: Partial<PersonRecord> }
  | { kind: "conversation"; id: string; set: Partial<ConversationRecord> }
  | { kind: "follow_up"; id: string; set: Partial<FollowUpRecord> };

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
    captured_at: null,
    met: [],
    next: newId(),
    typed: EMPTY,
  };
}

/** Ask whether nothing stands on the card. */
export function isEmpty({ met, typed }: Card): boolean {
  const words = typed.who + typed.problem + typed.promise + typed.notes;
  return met.length === 0 && !words.trim() && !typed.promise_due_on && !typed.forecast;
}

/** Say which records the card comes to now; an empty one comes to none. */
export function recordsOf(card: Card): Wanted[] {
  if (isEmpty(card)) return [];
  const everyone = everyoneOn(card);
  const person_ids = everyone.map(({ id }) => id);
  return [
    conversationOf(card, everyone),
    ...everyone.filter(({ isNew }) => isNew).map((person) => personOf(person, card)),
    ...followUpOf(card, person_ids),
  ];
}

/** List everybody on the card: those chosen, and the one whose name is being typed. */
export function everyoneOn({ met, next, typed }: Card): Met[] {
  const name = typed.who.trim();
  return name ? [...met, { id: next, name, isNew: true }] : met;
}

function personOf({ id, name }: Met, { captured_at }: Card): Wanted {
  return { kind: "person", id, set: { name: clipped(name), captured_at } };
}

function conversationOf(card: Card, everyone: Met[]): Wanted {
  const { who: _asPeople, ...typed } = card.typed;
  const set = {
    ...typed,
    who: clipped(everyone.map(({ name }) => name).join(", ")),
    person_ids: everyone.map(({ id }) => id),
    captured_at: card.captured_at,
  };
  return { kind: "conversation", id: card.conversation_id, set };
}

function followUpOf(card: Card, person_ids: string[]): Wanted[] {
  const { conversation_id, follow_up_id, captured_at, typed } = card;
  if (!typed.promise.trim() || !typed.promise_due_on) return [];
  const set = {
    owed_by: "me" as const,
    what: typed.promise,
    due_on: typed.promise_due_on,
    person_ids,
    conversation_id,
    captured_at,
  };
  return [{ kind: "follow_up", id: follow_up_id, set }];
}

/** The whole text stays in the card's notes when it is longer than a name may be. */
function clipped(line: string): string {
  return [...line].slice(0, limits.line).join("");
}
