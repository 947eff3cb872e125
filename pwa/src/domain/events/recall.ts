/** When the people of an event are to be recalled: the morning after, before their cards are shown again. */

interface Card {
  body: { recalled_at: string | null };
}

/** From when to when after its end the first screen asks (J); the event's own page asks at any time after. */
const FROM_HOURS = 8;
const UNTIL_HOURS = 72;

const HOUR = 3_600_000;

/** Give the cards of an event that nobody tried to recall yet. */
export function toRecall<C extends Card>(cards: C[]): C[] {
  return cards.filter(({ body }) => body.recalled_at === null);
}

/** Say whether it is the morning after an event that ended then. */
export function isMorningAfter(ended: number, now: Date): boolean {
  const hours = (now.getTime() - ended) / HOUR;
  return hours >= FROM_HOURS && hours < UNTIL_HOURS;
}
