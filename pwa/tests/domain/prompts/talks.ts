/** Situations for the tests of prompts: Ana met at a fair, unless a test says otherwise. */
import { noCounters } from "../../../src/domain/prompts/learning";
import type {
  PersonInConversation,
  PromptUse,
  Situation,
} from "../../../src/domain/prompts/situation";

export const nobodyKnown: PersonInConversation = {
  person_id: null,
  target_id: null,
  name: "",
  earlier_conversations_count: 0,
  last_conversation_on: null,
  last_notes: "",
  their_dates: [],
  has_unsolved_problem: false,
  promise: null,
  reachable: false,
};

export const ana: PersonInConversation = { ...nobodyKnown, person_id: "ana", name: "Ana Costa" };

export const earlierUse: Omit<PromptUse, "prompt_id" | "family"> = {
  style: "open_question",
  event_id: "fair",
  card_id: "earlier",
  person_ids: ["ana"],
};

/** Return a conversation at the fair, with what a test changes of it. */
export function talk(changes: Partial<Situation> = {}): Situation {
  return {
    today: "2026-05-12",
    event: { id: "fair", goal: "", targets: [] },
    people: [ana],
    names: ["Ana Costa"],
    card: { id: "now", problem: "", promise: "" },
    history: [],
    counters: noCounters(),
    own: [],
    off: [],
    draw: seeded(1),
    ...changes,
  };
}

/** Return a stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
