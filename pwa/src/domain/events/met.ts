/** Which targets were met: marked by hand, or named on a note of the event. */

interface Target {
  body: { person_ids: string[]; met_at: string | null };
}

interface Card {
  body: { person_ids: string[] };
}

/** How a target was met; null where it was not. */
export type HowMet = "by_hand" | "by_card" | null;

/** The most targets that an event may have: with more, one looks for nobody in particular. */
export const MOST_TARGETS = 5;

/** Return how a target was met; a note that names its person counts before a mark by hand. */
export function howMet({ body }: Target, cards: Card[]): HowMet {
  const isOnCard = cards.some((card) =>
    body.person_ids.some((id) => card.body.person_ids.includes(id)),
  );
  if (isOnCard) return "by_card";
  return body.met_at ? "by_hand" : null;
}
