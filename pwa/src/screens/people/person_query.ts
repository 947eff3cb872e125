/** Reads everything that a person's page shows. */
import { isOpen } from "../../data/closed";
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

/** The events and people that conversations refer to, by id. */
export interface ConversationContext {
  events: Map<string, EventRecord>;
  names: Map<string, string>;
}

/** A person and the records that their page shows. */
export interface WholePerson extends ConversationContext {
  person: SavedPerson;
  conversations: SavedConversation[];
  followUps: SavedFollowUp[];
  problems: SavedProblem[];
}

/** Read a person with conversations, follow-ups and problems, newest first; null where there is none. */
export async function wholePerson(id: string): Promise<WholePerson | null> {
  const [person, conversations, followUps, problems] = await Promise.all([
    find("person", id),
    conversationsWith(id),
    followUpsWith(id),
    findByIndex("problem", "person_ids", id),
  ]);
  if (!person) return null;
  const newestFirst = conversations.toSorted((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1));
  const allProblems = [...problems, ...(await problemsOnCards(conversations, problems))];
  return {
    person,
    conversations: newestFirst,
    followUps: [...(await promisesOnCards(conversations, followUps)), ...followUps],
    problems: allProblems.toSorted((a, b) => (capturedAt(a) < capturedAt(b) ? 1 : -1)),
    ...(await conversationContext(conversations)),
  };
}

/** Read the events of conversations, and the names of those who took part. */
export async function conversationContext(
  conversations: SavedConversation[],
): Promise<ConversationContext> {
  const eventIds = new Set(conversations.flatMap(({ body }) => body.event_id ?? []));
  const personIds = new Set(conversations.flatMap(({ body }) => body.person_ids));
  const events = await Promise.all([...eventIds].map((id) => find("event", id)));
  const people = await Promise.all([...personIds].map((id) => find("person", id)));
  return {
    events: new Map(events.flatMap((event) => (event ? [[event.id, event.body]] : []))),
    names: new Map(people.flatMap((one) => (one ? [[one.id, nameOf(one.body)]] : []))),
  };
}

/** Return the moment of a conversation: when it happened, else when it was captured. */
export function whenOf({ body }: SavedConversation): string {
  return body.happened_at ?? body.captured_at ?? "";
}

/** Split the follow-ups owed by one side into open and closed ones, in the order given. */
export function splitFollowUps(side: "me" | "them", followUps: SavedFollowUp[]) {
  const owed = followUps.filter(({ body }) => body.owed_by === side);
  return { open: owed.filter(isOpen), closed: owed.filter((one) => !isOpen(one)) };
}

/** Return the follow-up made from the promise of a conversation. */
export function promiseOfConversation(
  conversationId: string,
  followUps: SavedFollowUp[],
): SavedFollowUp | undefined {
  return followUps.find(
    ({ body }) => body.conversation_id === conversationId && body.owed_by === "me",
  );
}

/** Return the problem noted in a conversation. */
export function problemOfConversation(
  conversationId: string,
  problems: SavedProblem[],
): SavedProblem | undefined {
  return problems.find(({ body }) => body.conversation_id === conversationId);
}

function capturedAt({ body }: SavedProblem): string {
  return body.captured_at ?? "";
}
