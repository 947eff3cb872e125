/** Finds the card that was open when the app ended. */

import { openCard } from "../records/open_card";
import { find, type Saved } from "../records/queries";

const OPEN_MINUTES = 30;

/** Give the conversation whose card was open when the app ended, if that was a short while ago. */
export async function cardLeftOpen(now: Date): Promise<Saved<"conversation"> | undefined> {
  const id = await openCard();
  const conversation = id ? await find("conversation", id) : undefined;
  if (!conversation?.body.captured_at) return undefined;
  const age = now.getTime() - new Date(conversation.body.captured_at).getTime();
  return age < OPEN_MINUTES * 60_000 ? conversation : undefined;
}
