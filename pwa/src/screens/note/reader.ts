/** Has the line of a card understood; brings the rules along, so it is imported when the first line is there. */

import type { Card } from "./card";
import { knownPeople } from "./known_people";
import { idsOfMade, madeLast } from "./made_of_line";
import { readLine } from "./read_line";
import { filled, type Reading } from "./reading";

/** Read the text in the who field, reckoned from the moment at which the card was begun. */
export async function readCard(card: Card): Promise<Reading> {
  const others = (await knownPeople()).filter(
    ({ body }) => body.captured_at === null || body.captured_at !== card.captured_at,
  );
  return readLine(card, {
    known: others,
    now: card.captured_at ? new Date(card.captured_at) : new Date(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: navigator.language,
  });
}

/** Put a reading on its card, and into the fields that it may fill. */
export function withReading(card: Card, reading: Reading): Card {
  return {
    ...card,
    typed: filled(card.typed, card.read?.filling, reading.filling),
    read: reading,
  };
}

/** Read the line of a stored card anew: those whom it names are its people again, the others were chosen. */
export async function readAgain(card: Card): Promise<Card> {
  const first = await readCard({ ...card, met: [] });
  const again = {
    ...card,
    met: [],
    ...idsOfMade(madeLast(card.met, first.people.filter(({ isNew }) => isNew).length), card),
  };
  const read = await readCard(again);
  const named = read.people.filter(({ id }) => card.met.some((one) => one.id === id));
  const chosen = card.met.filter(({ id }) => !named.some((one) => one.id === id));
  return { ...again, met: chosen, read: { ...read, people: named } };
}
