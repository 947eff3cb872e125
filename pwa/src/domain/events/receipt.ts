/** The receipt of an event: how many of its cards lie safely on the server. */

export interface Receipt {
  count: number;
  /** Of these, cards of which something has not reached the server. */
  waiting: number;
}

interface Card {
  id: string;
  body: { person_ids: string[] };
}

/** A record of which the server has not taken everything. */
export interface Unsafe {
  id: string;
  body: { conversation_id?: unknown };
}

/** How long a receipt on which nothing waits is shown on the first screen (J). */
const SHOWN_HOURS = 18;

/** Count the cards of an event; a card is safe when its people and what was made of it are safe too. */
export function receiptOf(cards: Card[], unsafe: Unsafe[]): Receipt {
  const ids = new Set<unknown>(unsafe.flatMap(({ id, body }) => [id, body.conversation_id]));
  const waiting = cards.filter(({ id, body }) =>
    [id, ...body.person_ids].some((one) => ids.has(one)),
  );
  return { count: cards.length, waiting: waiting.length };
}

/** Say the receipt in a few words. */
export function receiptText({ count, waiting }: Receipt): string {
  if (waiting > 0) return `${waiting} of ${count} not yet on the server`;
  return count === 1 ? "The one card is safe on the server" : `All ${count} safe on the server`;
}

/** Say whether the receipt of an event that ended then still belongs on the first screen. */
export function isReceiptDue({ count, waiting }: Receipt, ended: number, now: Date): boolean {
  if (count === 0) return false;
  return waiting > 0 || now.getTime() - ended < SHOWN_HOURS * 3_600_000;
}
