/** The receipt of an event: how many of its notes are synced. */

export interface Receipt {
  count: number;
  /** Of these, notes with something that is not on the server yet. */
  waiting: number;
}

interface Card {
  id: string;
  body: { person_ids: string[] };
}

/** A record with changes that the server has not accepted yet. */
export interface Unsafe {
  id: string;
  body: { conversation_id?: unknown };
}

/** How long a receipt is shown on the first screen once everything is synced (J). */
const SHOWN_HOURS = 18;

/** Count the notes of an event; a note is synced when its people and follow-ups are synced too. */
export function receiptOf(cards: Card[], unsafe: Unsafe[]): Receipt {
  const ids = new Set<unknown>(unsafe.flatMap(({ id, body }) => [id, body.conversation_id]));
  const waiting = cards.filter(({ id, body }) =>
    [id, ...body.person_ids].some((one) => ids.has(one)),
  );
  return { count: cards.length, waiting: waiting.length };
}

/** Return the receipt in a few words. */
export function receiptText({ count, waiting }: Receipt): string {
  if (waiting > 0)
    return count === 1 ? "Your note is not synced" : `${waiting} of ${count} notes not synced`;
  return count === 1 ? "Your note is synced" : `All ${count} notes are synced`;
}

/** Check whether the receipt of an event that ended at this moment still belongs on the first screen. */
export function isReceiptDue({ count, waiting }: Receipt, ended: number, now: Date): boolean {
  if (count === 0) return false;
  return waiting > 0 || now.getTime() - ended < SHOWN_HOURS * 3_600_000;
}
