/** Everything that a person's page shows, read in one go. */
import type { EventRecord } from "../../data/kinds.gen";
import { nameOf } from "../../data/names";
import { problemsOnCards, promisesOnCards } from "../../data/note_records";
import {
  conversationsWith,
  find,
  findByIndex,
  followUpsWith,
  type Saved,
} from "../../data/queries";

export type SavedPerson = Saved<"person">;
export type SavedConversation = Saved<"conversation">;
export type SavedFollowUp = Saved<"follow_up">;
export type SavedProblem = Saved<"problem">;

/** What conversations speak of besides themselves. */
export interface Surroundings {
  events: Map<string, EventRecord>;
  names: Map<string, string>;
}

export interface WholePerson extends Surroundings {
  person: SavedPerson;
  conversations: SavedConversation[];
  followUps: SavedFollowUp[];
  problems: SavedProblem[];
}

/** Read a person with what was said, owed and told (the newest first), and whom and what it speaks of. */
export async function wholePerson(id: string): Promise<WholePerson | null> {
  const [person, conversations, followUps, problems] = await Promise.all([
    find("person", id),
    conversationsWith(id),
    followUpsWith(id),
    findByIndex("problem", "person_ids", id),
  ]);
  if (!person) return null;
  const newestFirst = conversations.toSorted((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1));
  const told = [...problems, ...(await problemsOnCards(conversations, problems))];
  return {
    person,
    conversations: newestFirst,
    followUps: [...(await promisesOnCards(conversations, followUps)), ...followUps],
    problems: told.toSorted((a, b) => (capturedAt(a) < capturedAt(b) ? 1 : -1)),
    ...(await surroundingsOf(conversations)),
  };
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

function capturedAt({ body }: SavedProblem): string {
  return body.captured_at ?? "";
}
