/** Finds the card that was open when the app ended. */

import { openCard } from "../../data/device_state";
import { find, type Saved } from "../../data/queries";

const OPEN_MINUTES = 30;

/** Give the conversation whose card was open when the app ended, if that was a short while ago. */
export async function cardLeftOpen(now: Date): Promise<Saved<"conversation"> | undefined> {
  const id = await openCard();
  const conversation = id ? await find("conversation", id) : undefined;
  return conversation && mayBeOpen(conversation, now) ? conversation : undefined;
}

/** Ask whether a card is so new that its person may still be at it. */
export function mayBeOpen({ body }: Saved<"conversation">, now: Date): boolean {
  if (!body.captured_at) return false;
  return now.getTime() - new Date(body.captured_at).getTime() < OPEN_MINUTES * 60_000;
}
