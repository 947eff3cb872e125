/** What the first screen reads in one go. */

import { localDay } from "../days/days";
import { eventsOn } from "../event_rules/on";
import { isMorningAfter, toRecall } from "../event_rules/recall";
import { spanOf } from "../event_rules/times";
import { type Heard, heardIn } from "../heard/heard";
import type { Owed } from "../owing/owed";
import type { Topic } from "../records/announce";
import { all, latestConversations, type Saved } from "../records/queries";
import { dueBy } from "./due";

export interface WhatIsNow {
  due: Owed[];
  heard: Heard[];
  events: Saved<"event">[];
}

export const topics: Topic[] = ["follow_up", "person", "conversation", "event", "outbox"];

const HEARD_COUNT = 8;

/** Read what is due today, what was heard last, and all events. */
export async function readNow(now: Date): Promise<WhatIsNow> {
  const [due, conversations, events] = await Promise.all([
    dueBy(localDay(now)),
    latestConversations(HEARD_COUNT),
    all("event"),
  ]);
  const heard = await heardIn(conversations);
  const hidden = conversations.filter((card) => isToRecall(card, events, now)).map(({ id }) => id);
  return {
    due,
    heard: heard.map((one) => (hidden.includes(one.id) ? { ...one, words: "" } : one)),
    events,
  };
}

/** What is to be recalled before it is seen is not said beside the very question. */
function isToRecall(card: Saved<"conversation">, events: Saved<"event">[], now: Date): boolean {
  const event = events.find(({ id }) => id === card.body.event_id);
  const ended = event && spanOf(event.body)?.end;
  return toRecall([card]).length > 0 && isMorningAfter(ended ?? 0, now);
}

/** Give the events that are on, the one that counts first. */
export function whatIsOn({ events }: WhatIsNow, now: Date): Saved<"event">[] {
  return eventsOn(events, now);
}
