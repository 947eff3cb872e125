/** Reads everything that the page of a follow-up shows. */

import type { EventRecord } from "../../data/kinds.gen";
import { find, type Saved } from "../../data/queries";

/** A follow-up and the records that its page shows. */
export interface WholeFollowUp {
  followUp: Saved<"follow_up">;
  people: Saved<"person">[];
  conversation: Saved<"conversation"> | undefined;
  event: EventRecord | undefined;
}

/** Read a follow-up with its people and the conversation it came from; null where there is none. */
export async function wholeFollowUp(id: string): Promise<WholeFollowUp | null> {
  const followUp = await find("follow_up", id);
  if (!followUp) return null;
  const { person_ids, conversation_id } = followUp.body;
  const people = await Promise.all(person_ids.map((personId) => find("person", personId)));
  const conversation = conversation_id ? await find("conversation", conversation_id) : undefined;
  const eventId = conversation?.body.event_id;
  return {
    followUp,
    people: people.filter((person) => person !== undefined),
    conversation,
    event: eventId ? (await find("event", eventId))?.body : undefined,
  };
}
