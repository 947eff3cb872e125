/** Reads the lines that were left unread, so that no promise waits for its note to be opened. */

import { latestConversations } from "../../data/queries";
import { write } from "../../data/write";
import { changesBetween } from "./autosave";
import { recordsOfCard } from "./card";
import { mayStillBeOpen } from "./note_start";
import { readLineOfCard, withReading } from "./reader";
import { readStoredCard, storedRecords } from "./stored_card";

const CONVERSATION_COUNT = 200;

/** Read unread lines as opening their cards would; a card that may still be in use is left alone. */
export async function readUnreadLines(now: Date): Promise<void> {
  const latest = await latestConversations(CONVERSATION_COUNT);
  const unread = latest.filter((one) => one.body.is_line_unread && !mayStillBeOpen(one, now));
  for (const { id } of unread) await readLine(id);
}

async function readLine(id: string): Promise<void> {
  const card = await readStoredCard(id);
  if (!card) return;
  const read = withReading(card, await readLineOfCard(card));
  await write(...changesBetween(await storedRecords(card), recordsOfCard(read)));
}
