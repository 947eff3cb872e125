/** Understands the lines that were left before they could be, so that no promise waits for its note to be opened. */

import { latestConversations } from "../../data/queries";
import { write } from "../../data/write";
import { recordsOf } from "./card";
import { changesBetween } from "./keep";
import { mayBeOpen } from "./left_open";
import { readCard, withReading } from "./reader";
import { heldOf, storedCard } from "./stored_card";

const LOOKED_AT_COUNT = 200;

/** Understand them as their cards would when opened; one that may still be open is left to its person. */
export async function readLinesLeft(now: Date): Promise<void> {
  const latest = await latestConversations(LOOKED_AT_COUNT);
  const left = latest.filter((one) => one.body.is_line_unread && !mayBeOpen(one, now));
  for (const { id } of left) await readLine(id);
}

async function readLine(id: string): Promise<void> {
  const card = await storedCard(id);
  if (!card) return;
  const read = withReading(card, await readCard(card));
  await write(...changesBetween(await heldOf(card), recordsOf(read)));
}
