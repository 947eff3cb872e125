/** Logging that there was contact, with one person or several, now or in the past. */

import { newId } from "../../data/ids";
import type { ConversationRecord } from "../../data/kinds.gen";
import type { Undo } from "../../data/note_records";
import { conversationsWith, type Saved } from "../../data/queries";
import { write } from "../../data/write";
import { noonOf } from "../../domain/dates/days";
import { answerWithinDays } from "../../domain/warmth/deeds";
import { DAY_MS } from "../../domain/warmth/moments";

export type Side = "me" | "them";

/** How there was contact; `isAnswered` says of a message that both sides wrote. */
export interface Contact {
  channel: ConversationRecord["channel"];
  begun_by: Side | null;
  isAnswered?: boolean;
  happened_at: string;
}

/** Give the moment to log for a local day: now for today, else noon. */
export function momentOn(day: string, today: string): string {
  return (day === today ? new Date() : noonOf(day)).toISOString();
}

/** Log a contact; a message that answers one of the same people becomes its answer. Gives what takes it back. */
export async function logContact(personIds: string[], contact: Contact): Promise<Undo> {
  const asked = await askedBefore(personIds, contact);
  if (asked) return markAnswered(asked, contact.happened_at);
  const id = newId();
  const { channel, begun_by, isAnswered, happened_at } = contact;
  const answered_at = isAnswered && begun_by ? happened_at : null;
  const how = { channel, begun_by, happened_at, answered_at };
  const set = { person_ids: personIds, captured_at: new Date().toISOString(), ...how };
  await write({ kind: "conversation", id, set });
  return () => write({ kind: "conversation", id, action: "delete" });
}

/** Say that a message was answered; gives what takes it back. */
export async function markAnswered(
  { id }: Saved<"conversation">,
  answered_at: string,
): Promise<Undo> {
  await write({ kind: "conversation", id, set: { answered_at } });
  return () => write({ kind: "conversation", id, set: { answered_at: null } });
}

/** Give the messages that wait for an answer, of either side, the latest first. */
export function unanswered(conversations: Saved<"conversation">[]): Saved<"conversation">[] {
  return conversations.filter(
    ({ body }) => body.channel === "message" && body.begun_by !== null && !body.answered_at,
  );
}

async function askedBefore(
  personIds: string[],
  { channel, begun_by, isAnswered, happened_at }: Contact,
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
