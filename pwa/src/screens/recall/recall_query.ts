/** Reads the notes of an event to be recalled, in the order in which the people were met. */
import type { Topic } from "../../data/announce";
import { cardsOf } from "../../data/events";
import { find, findAll, type Saved } from "../../data/queries";

export interface CardToRecall {
  card: Saved<"conversation">;
  /** The name of the person, or else how they were described. */
  who: string;
}

export interface EventToRecall {
  event: Saved<"event">;
  cards: CardToRecall[];
}

export const recallTopics: Topic[] = ["event", "conversation", "person"];

/** Read an event and its notes, the earliest first; null where it does not exist. */
export async function readEventToRecall(id: string): Promise<EventToRecall | null> {
  const [event, latestFirst] = await Promise.all([find("event", id), cardsOf(id)]);
  if (!event) return null;
  const cards = await Promise.all(latestFirst.reverse().map(withName));
  return { event, cards };
}

async function withName(card: Saved<"conversation">): Promise<CardToRecall> {
  const people = await findAll("person", card.body.person_ids);
  const names = people.map(({ body }) => body.name || body.traits).filter(Boolean);
  return { card, who: names.join(" and ") || card.body.who || "Someone without a name" };
}
