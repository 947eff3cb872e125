/** Reads what the first screen shows. */

import {
  type ConversationRow,
  conversationRows,
} from "../../components/conversation_list/conversation_rows";
import { type FollowUpRow, openFollowUpsOf } from "../../components/promise/promise";
import type { Topic } from "../../data/announce";
import { all, latestConversations, type Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { eventsOn } from "../../domain/events/on";
import { isMorningAfter, toRecall } from "../../domain/events/recall";
import { spanOf } from "../../domain/events/times";

export interface NowData {
  due: FollowUpRow[];
  conversations: ConversationRow[];
  events: Saved<"event">[];
}

export const nowTopics: Topic[] = ["follow_up", "person", "conversation", "event", "outbox"];

const CONVERSATION_COUNT = 8;

/** Read what is due today, the latest conversations, and all events. */
export async function readNowData(now: Date): Promise<NowData> {
  const [due, latest, events] = await Promise.all([
    promisesDueBy(localDay(now)),
    latestConversations(CONVERSATION_COUNT),
    all("event"),
  ]);
  const rows = await conversationRows(latest);
  const hidden = latest.filter((card) => isToRecall(card, events, now)).map(({ id }) => id);
  return {
    due,
    conversations: rows.map((one) => (hidden.includes(one.id) ? { ...one, text: "" } : one)),
    events,
  };
}

/** A note that is still to be recalled is not shown next to the invitation to recall it. */
function isToRecall(card: Saved<"conversation">, events: Saved<"event">[], now: Date): boolean {
  const event = events.find(({ id }) => id === card.body.event_id);
  const ended = event && spanOf(event.body)?.end;
  return toRecall([card]).length > 0 && isMorningAfter(ended ?? 0, now);
}

/** Return the events that are on now, the current one first. */
export function currentEvents({ events }: NowData, now: Date): Saved<"event">[] {
  return eventsOn(events, now);
}

/** Read what I owe by the end of this day, the longest overdue first, each with its people. */
export async function promisesDueBy(today: string): Promise<FollowUpRow[]> {
  return (await openFollowUpsOf("me")).filter(({ day }) => day !== null && day <= today);
}
