/** What the recall of an event reads: its cards in the order in which the people were met. */
import type { Topic } from "../../data/announce";
import { cardsOf } from "../../data/events";
import { find, findAll, type Saved } from "../../data/queries";

export interface CardToRecall {
  card: Saved<"conversation">;
  /** Whom it is about, by name, else as they were described. */
  who: string;
}

export interface EventToRecall {
  event: Saved<"event">;
  cards: CardToRecall[];
}

export const topics: Topic[] = ["event", "conversation", "person"];

/** Read an event and its cards, the first one first. */
export async function eventToRecall(id: string): Promise<EventToRecall | null> {
  const [event, latestFirst] = await Promise.all([find("event", id), cardsOf(id)]);
  if (!event) return null;
  const cards = await Promise.all(latestFirst.reverse().map(withName));
  return { event, cards };
}

async function withName(card: Saved<"conversation">): Promise<CardToRecall> {
  const people = await findAll("person", card.body.person_ids);
  const names = people.map(({ body }) => body.name || body.traits).filter(Boolean);
  return { card, who: names.join(" and ") || card.body.who || "Somebody without a name" };
}
