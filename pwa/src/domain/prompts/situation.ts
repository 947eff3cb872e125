/** What the choice of a prompt looks at: the talk that is about to begin, and what came before. */

import type { Counters } from "./learning";
import type { Family, Prompt, Style } from "./prompt";

export interface TheirDate {
  what: string;
  on: string;
}

/** One person of the talk, and what is known of them; a kind of person has a target, but no id. */
export interface PersonInConversation {
  person_id: string | null;
  target_id: string | null;
  name: string;
  earlier_talks_count: number;
  last_talk_on: string | null;
  last_notes: string;
  their_dates: TheirDate[];
  has_unsolved_problem: boolean;
  promise: "open" | "kept" | null;
  reachable: boolean;
}

export interface EventInConversation {
  id: string;
  goal: string;
  targets: { id: string; person_id: string | null; question: string }[];
}

/** The card of this talk; swiping shows another prompt for the same card. */
export interface CardInConversation {
  id: string;
  problem: string;
  promise: string;
}

/** One prompt that was shown, oldest first in a history; a prompt swiped away counts as shown. */
export interface PromptUse {
  prompt_id: string;
  family: Family;
  style: Style;
  event_id: string | null;
  card_id: string;
  person_ids: string[];
}

export interface Situation {
  today: string;
  event: EventInConversation | null;
  people: PersonInConversation[];
  /** Names of everybody known here: none but the talk's own people may stand in a prompt. */
  names: string[];
  card: CardInConversation;
  history: PromptUse[];
  counters: Counters;
  own: Prompt[];
  off: string[];
  /** Gives a number from 0 up to, but not including, 1. */
  draw: () => number;
}

export const mostSwipes = 2;

/** Give the prompts already shown for this talk. */
export function shownInConversation({
  history,
  card,
}: Pick<Situation, "history" | "card">): PromptUse[] {
  return history.filter((use) => use.card_id === card.id);
}

/** Say whether another prompt may still be asked for: at most twice in one talk. */
export function maySwipe(situation: Pick<Situation, "history" | "card">): boolean {
  return shownInConversation(situation).length <= mostSwipes;
}

/** Give the person who decides among several: the one known least, the first of equals. */
export function leastKnown(people: PersonInConversation[]): PersonInConversation | undefined {
  return [...people].sort((one, other) => howKnown(one) - howKnown(other))[0];
}

function howKnown(person: PersonInConversation): number {
  const slots = [person.has_unsolved_problem, person.promise !== null, person.reachable];
  return person.earlier_talks_count * (slots.length + 1) + slots.filter(Boolean).length;
}
