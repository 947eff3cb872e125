/** What the event screens read in one go. */

import {
  type ConversationRow,
  conversationRows,
} from "../../components/conversation_list/conversation_rows";
import type { Topic } from "../../data/announce";
import { cardsOf, receiptFor, targetsOf, type Wanted } from "../../data/events";
import { all, find, type Saved } from "../../data/queries";
import type { Receipt } from "../../domain/events/receipt";

export interface WholeEvent {
  event: Saved<"event">;
  targets: Wanted[];
  cards: ConversationRow[];
  receipt: Receipt;
}

export const topics: Topic[] = ["event", "target", "conversation", "person", "outbox"];

/** Read an event with whom to meet there and the cards written at it. */
export async function wholeEvent(id: string): Promise<WholeEvent | null> {
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
export function events(): Promise<Saved<"event">[]> {
  return all("event");
}
