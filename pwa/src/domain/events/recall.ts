/** When to recall the people of an event: the morning after, before their notes are shown again. */

interface Card {
  body: { recalled_at: string | null };
}

/** How long after an event the first screen asks (J); the event's own page asks at any time. */
const FROM_HOURS = 8;
const UNTIL_HOURS = 72;

const HOUR = 3_600_000;

/** Return the notes of an event that the user has not tried to recall yet. */
export function toRecall<C extends Card>(cards: C[]): C[] {
  return cards.filter(({ body }) => body.recalled_at === null);
}

/** Check whether it is the morning after an event. */
export function isMorningAfter(ended: number, now: Date): boolean {
  const hours = (now.getTime() - ended) / HOUR;
  return hours >= FROM_HOURS && hours < UNTIL_HOURS;
}
