/** Reads from the records what the choice of a prompt looks at. */

import { styleCounters } from "../../data/device_state";
import { find, findByIndex } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { noCounters } from "../../domain/prompts/learning";
import type {
  CardInConversation,
  EventInConversation,
  Situation,
} from "../../domain/prompts/situation";
import { drawsOf } from "./draws";
import type { Listening } from "./listening";
import { namesIn, peopleListenedTo } from "./people_listened_to";
import { offPrompts, ownPrompts } from "./prompt_choices";
import { historyOf } from "./prompt_uses";

/** Read the situation of a talk in which so many prompts were swiped away already. */
export async function readSituation(
  talk: Listening,
  swipes: number,
  now: Date,
): Promise<Situation> {
  const ids = talk.whom.flatMap(({ person_id }) => person_id ?? []);
  const [event, people, card, history, counters, own, off] = await Promise.all([
    eventOf(talk.event_id),
    peopleListenedTo(talk),
    cardOf(talk.card_id),
    historyOf(talk.card_id, ids, now),
    styleCounters(),
    ownPrompts(),
    offPrompts(),
  ]);
  return {
    today: localDay(now),
    event,
    people,
    names: await namesIn(people),
    card,
    history,
    counters: counters ?? noCounters(),
    own,
    off: [...off],
    draw: drawsOf(`${talk.card_id} ${swipes}`),
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
