/** What the event screens read in one go. */

import type { Receipt } from "../event_rules/receipt";
import { type Heard, heardIn } from "../heard/heard";
import type { Topic } from "../records/announce";
import { cardsOf, receiptFor, targetsOf, type Wanted } from "../records/events";
import { all, find, type Saved } from "../records/queries";

export interface WholeEvent {
  event: Saved<"event">;
  targets: Wanted[];
  cards: Heard[];
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
  return { event, targets, cards: await heardIn(cards), receipt };
}

/** Read all events. */
export function events(): Promise<Saved<"event">[]> {
  return all("event");
}
