/** What the first screen reads in one go. */

import {
  type ConversationRow,
  conversationRows,
} from "../../components/conversation_list/conversation_rows";
import type { FollowUpRow } from "../../components/promise/promise";
import type { Topic } from "../../data/announce";
import { all, latestConversations, type Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { eventsOn } from "../../domain/events/on";
import { isMorningAfter, toRecall } from "../../domain/events/recall";
import { spanOf } from "../../domain/events/times";
import { dueBy } from "./due";

export interface WhatIsNow {
  due: FollowUpRow[];
  heard: ConversationRow[];
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
  const heard = await conversationRows(conversations);
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
