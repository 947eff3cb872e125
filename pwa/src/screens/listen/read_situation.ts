/** Reads from the records what the choice of a prompt depends on. */

import { styleCounters } from "../../data/device_state";
import { find, findByIndex } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { noCounters } from "../../domain/prompts/learning";
import type {
  CardInConversation,
  EventInConversation,
  Situation,
} from "../../domain/prompts/situation";
import { namesInQuestions, readPeople } from "./people_listened_to";
import { readOffPrompts, readOwnPrompts } from "./prompt_choices";
import { readPromptHistory } from "./prompt_uses";
import type { StartedConversation } from "./started_conversation";

/** Read the situation of a conversation, in which `swipes` prompts were swiped away already. */
export async function readSituation(
  conversation: StartedConversation,
  swipes: number,
  now: Date,
): Promise<Situation> {
  const ids = conversation.people.flatMap(({ person_id }) => person_id ?? []);
  const [event, people, card, history, counters, own, off] = await Promise.all([
    eventOf(conversation.event_id),
    readPeople(conversation),
    cardOf(conversation.card_id),
    readPromptHistory(conversation.card_id, ids, now),
    styleCounters(),
    readOwnPrompts(),
    readOffPrompts(),
  ]);
  return {
    today: localDay(now),
    event,
    people,
    names: await namesInQuestions(people),
    card,
    history,
    counters: counters ?? noCounters(),
    own,
    off: [...off],
    draw: seededRandom(`${conversation.card_id} ${swipes}`),
  };
}

async function eventOf(id: string | null): Promise<EventInConversation | null> {
  const event = id ? await find("event", id) : undefined;
  if (!event) return null;
  const targets = (await findByIndex("target", "event_id", event.id)).map(({ id, body }) => ({
    id,
    person_id: body.person_ids[0] ?? null,
    question: body.question,
  }));
  return { id: event.id, goal: event.body.goal, targets };
}

async function cardOf(id: string): Promise<CardInConversation> {
  const card = await find("conversation", id);
  return { id, problem: card?.body.problem ?? "", promise: card?.body.promise ?? "" };
}

/**
 * Return a generator of numbers in [0, 1) that repeats for the same seed.
 * The algorithms are xmur3 and mulberry32 (Jenkins, Ettinger; public domain).
 */
export function seededRandom(seed: string): () => number {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hash(seed: string): number {
  let hash = 1779033703 ^ seed.length;
  for (const character of seed) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return hash;
}
