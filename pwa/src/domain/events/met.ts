/** Which targets were met: said by hand, or because a card of the event names the person. */

interface Target {
  body: { person_ids: string[]; met_at: string | null };
}

interface Card {
  body: { person_ids: string[] };
}

export type Met = "by_hand" | "by_card" | null;

/** No event has more targets than this; with more, one looks for nobody in particular. */
export const MOST_TARGETS = 5;

/** Say how a target was met, if it was; a card that names its person outweighs what is said by hand. */
export function howMet({ body }: Target, cards: Card[]): Met {
  const isOnCard = cards.some((card) =>
    body.person_ids.some((id) => card.body.person_ids.includes(id)),
  );
  if (isOnCard) return "by_card";
  return body.met_at ? "by_hand" : null;
}
