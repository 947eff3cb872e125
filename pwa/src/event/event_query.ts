/** What the event screens read in one go. */
import type { Receipt } from "../event_rules/receipt";
import type { Topic } from "../records/announce";
import { cardsOf, receiptFor, targetsOf, type Wanted } from "../records/events";
import { all, find, type Saved } from "../records/queries";

export interface CardOfEvent {
  id: string;
  href: string;
  who: string;
  words: string;
  unsynced: boolean;
}

export interface WholeEvent {
  event: Saved<"event">;
  targets: Wanted[];
  cards: CardOfEvent[];
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
  return { event, targets, cards: await Promise.all(cards.map(cardOf)), receipt };
}

/** Read all events. */
export function events(): Promise<Saved<"event">[]> {
  return all("event");
}

async function cardOf({ id, body, unsynced }: Saved<"conversation">): Promise<CardOfEvent> {
  const people = await Promise.all(body.person_ids.map((personId) => find("person", personId)));
  const names = people.flatMap((person) => person?.body.name || []).join(", ");
  const [personId] = people.flatMap((person) => person?.id ?? []);
  return {
    id,
    href: personId ? `/people/${personId}?at=${id}` : `/people/conversations/${id}`,
    who: names || body.who || "Somebody",
    words: body.problem.trim() || body.promise.trim() || body.notes.trim(),
    unsynced,
  };
}
