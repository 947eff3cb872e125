/** Logs contacts: with one person or several, now or in the past. */

import { newId } from "../../data/ids";
import type { ConversationRecord } from "../../data/kinds.gen";
import type { Undo } from "../../data/note_records";
import { conversationsWith, type Saved } from "../../data/queries";
import { write } from "../../data/write";
import { noonOf } from "../../domain/dates/days";
import { answerWithinDays } from "../../domain/warmth/interactions";
import { DAY_MS } from "../../domain/warmth/moments";

/** One of the two sides of a contact: the user, or the other person. */
export type Side = "me" | "them";

/** One contact; `isAnswered` is set for messages that both sides wrote. */
export interface LoggedContact {
  channel: ConversationRecord["channel"];
  begun_by: Side | null;
  isAnswered?: boolean;
  happened_at: string;
}

/** Return the moment to log for a local day: now for today, else noon. */
export function momentOn(day: string, today: string): string {
  return (day === today ? new Date() : noonOf(day)).toISOString();
}

/**
 * Log a contact; a message that answers an earlier one of the same people is stored as its answer.
 *
 * @returns what undoes it
 */
export async function logContact(personIds: string[], contact: LoggedContact): Promise<Undo> {
  const earlier = await findUnanswered(personIds, contact);
  if (earlier) return markAnswered(earlier, contact.happened_at);
  const id = newId();
  const { channel, begun_by, isAnswered, happened_at } = contact;
  const answered_at = isAnswered && begun_by ? happened_at : null;
  const contactFields = { channel, begun_by, happened_at, answered_at };
  const set = { person_ids: personIds, captured_at: new Date().toISOString(), ...contactFields };
  await write({ kind: "conversation", id, set });
  return () => write({ kind: "conversation", id, action: "delete" });
}

/**
 * Mark a message as answered.
 *
 * @returns what undoes it
 */
export async function markAnswered(
  { id }: Saved<"conversation">,
  answered_at: string,
): Promise<Undo> {
  await write({ kind: "conversation", id, set: { answered_at } });
  return () => write({ kind: "conversation", id, set: { answered_at: null } });
}

/** Return the messages without an answer, of either side, in the order given. */
export function unanswered(conversations: Saved<"conversation">[]): Saved<"conversation">[] {
  return conversations.filter(
    ({ body }) => body.channel === "message" && body.begun_by !== null && !body.answered_at,
  );
}

async function findUnanswered(
  personIds: string[],
  { channel, begun_by, isAnswered, happened_at }: LoggedContact,
): Promise<Saved<"conversation"> | undefined> {
  const [first = ""] = personIds;
  if (channel !== "message" || !begun_by || isAnswered) return undefined;
  const isSoonBefore = (at: string | null) => {
    const passed = Date.parse(happened_at) - Date.parse(at ?? "");
    return passed >= 0 && passed <= answerWithinDays * DAY_MS;
  };
  return unanswered(await conversationsWith(first)).find(
    ({ body }) =>
      body.begun_by !== begun_by &&
      isSoonBefore(body.happened_at ?? body.captured_at) &&
      body.person_ids.toSorted().join() === personIds.toSorted().join(),
  );
}
