/** Everything that a person's page shows, read in one go. */
import type { EventRecord } from "../records/kinds.gen";
import { conversationsWith, find, followUpsWith, type Saved } from "../records/queries";
import { nameOf } from "./people_order";

export type SavedPerson = Saved<"person">;
export type SavedConversation = Saved<"conversation">;
export type SavedFollowUp = Saved<"follow_up">;

/** What conversations speak of besides themselves. */
export interface Surroundings {
  events: Map<string, EventRecord>;
  names: Map<string, string>;
}

export interface WholePerson extends Surroundings {
  person: SavedPerson;
  conversations: SavedConversation[];
  followUps: SavedFollowUp[];
}

/** Read a person with conversations (newest first), follow-ups, and whom and what these speak of. */
export async function wholePerson(id: string): Promise<WholePerson | null> {
  const [person, conversations, followUps] = await Promise.all([
    find("person", id),
    conversationsWith(id),
    followUpsWith(id),
  ]);
  if (!person) return null;
  const newestFirst = conversations.toSorted((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1));
  const around = await surroundingsOf(conversations);
  return { person, conversations: newestFirst, followUps, ...around };
}

/** Read the events at which conversations took place, and the names of those who took part. */
export async function surroundingsOf(conversations: SavedConversation[]): Promise<Surroundings> {
  const eventIds = new Set(conversations.flatMap(({ body }) => body.event_id ?? []));
  const personIds = new Set(conversations.flatMap(({ body }) => body.person_ids));
  const events = await Promise.all([...eventIds].map((id) => find("event", id)));
  const people = await Promise.all([...personIds].map((id) => find("person", id)));
  return {
    events: new Map(events.flatMap((event) => (event ? [[event.id, event.body]] : []))),
    names: new Map(people.flatMap((one) => (one ? [[one.id, nameOf(one.body)]] : []))),
  };
}

/** Give the moment of a conversation: when it happened, else when it was captured. */
export function whenOf({ body }: SavedConversation): string {
  return body.happened_at ?? body.captured_at ?? "";
}
