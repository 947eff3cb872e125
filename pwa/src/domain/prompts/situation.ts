/** What the choice of a prompt depends on: the conversation that is about to begin, and what came before. */

import type { Counters } from "./learning";
import type { Family, Prompt, Style } from "./prompt";

/** A day in a person's life. */
export interface LifeDate {
  what: string;
  on: string;
}

/** One person of the conversation, and what is known of them; a kind of person has a target, but no id. */
export interface PersonInConversation {
  person_id: string | null;
  target_id: string | null;
  name: string;
  earlier_conversations_count: number;
  last_conversation_on: string | null;
  last_notes: string;
  their_dates: LifeDate[];
  has_unsolved_problem: boolean;
  promise: "open" | "kept" | null;
  reachable: boolean;
}

/** The event at which the conversation takes place. */
export interface EventInConversation {
  id: string;
  goal: string;
  targets: { id: string; person_id: string | null; question: string }[];
}

/** The card of this conversation; swiping shows another prompt for the same card. */
export interface CardInConversation {
  id: string;
  problem: string;
  promise: string;
}

/** A prompt that was shown; one that was swiped away counts as shown. */
export interface PromptUse {
  prompt_id: string;
  family: Family;
  style: Style;
  event_id: string | null;
  card_id: string;
  person_ids: string[];
}

/** All that the choice of a prompt depends on. */
export interface Situation {
  today: string;
  event: EventInConversation | null;
  people: PersonInConversation[];
  /** Names of everybody known here; a prompt may show none but those of this conversation's people. */
  names: string[];
  card: CardInConversation;
  /** The prompts shown before, oldest first. */
  history: PromptUse[];
  counters: Counters;
  own: Prompt[];
  off: string[];
  /** Returns random numbers in [0, 1). */
  draw: () => number;
}

/** How often the prompt may be swapped in one conversation. */
export const mostSwipes = 2;

/** Return the prompts already shown for this conversation. */
export function shownInConversation({
  history,
  card,
}: Pick<Situation, "history" | "card">): PromptUse[] {
  return history.filter((use) => use.card_id === card.id);
}

/** Check whether the prompt may be swapped once more. */
export function maySwipe(situation: Pick<Situation, "history" | "card">): boolean {
  return shownInConversation(situation).length <= mostSwipes;
}

/** Return the person who is known least, the first of equals; that person decides the prompt. */
export function leastKnown(people: PersonInConversation[]): PersonInConversation | undefined {
  return [...people].sort((one, other) => howKnown(one) - howKnown(other))[0];
}

function howKnown(person: PersonInConversation): number {
  const slots = [person.has_unsolved_problem, person.promise !== null, person.reachable];
  return person.earlier_conversations_count * (slots.length + 1) + slots.filter(Boolean).length;
}
