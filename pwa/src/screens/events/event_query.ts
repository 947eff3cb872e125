/** Reads what the event screens show. */

import {
  type ConversationRow,
  conversationRows,
} from "../../components/conversation_list/conversation_rows";
import type { Topic } from "../../data/announce";
import { cardsOf, type NamedTarget, receiptFor, targetsOf } from "../../data/events";
import { all, find, type Saved } from "../../data/queries";
import type { Receipt } from "../../domain/events/receipt";

export interface EventDetails {
  event: Saved<"event">;
  targets: NamedTarget[];
  cards: ConversationRow[];
  receipt: Receipt;
}

export const eventTopics: Topic[] = ["event", "target", "conversation", "person", "outbox"];

/** Read an event with its targets and conversations; null where it does not exist. */
export async function readEventDetails(id: string): Promise<EventDetails | null> {
  const [event, targets, cards, receipt] = await Promise.all([
    find("event", id),
    targetsOf(id),
    cardsOf(id),
    receiptFor(id),
  ]);
  if (!event) return null;
  return { event, targets, cards: await conversationRows(cards), receipt };
}

/** Read all events. */
export function readEvents(): Promise<Saved<"event">[]> {
  return all("event");
}
