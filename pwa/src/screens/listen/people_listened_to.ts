/** Reads what is known about the people of a conversation, for the choice of a prompt. */

import type { PickedPerson } from "../../components/person_picker/picked_person";
import { isOpen } from "../../data/closed";
import {
  conversationsWith,
  find,
  findByIndex,
  followUpsWith,
  type Saved,
} from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { questionsIn } from "../../domain/prompts/open_question";
import type { PersonInConversation } from "../../domain/prompts/situation";
import type { StartedConversation } from "./started_conversation";

type Conversation = Saved<"conversation">;

/** Read what is known about each person of a conversation; a kind of person has only a name. */
export async function readPeople({
  people,
  card_id,
}: StartedConversation): Promise<PersonInConversation[]> {
  return Promise.all(people.map((one) => readPerson(one, card_id)));
}

/**
 * Return the names of known people that may occur in the open questions of these people.
 * Only names that begin with a word of the questions are looked up, as reading everyone takes too long.
 */
export async function namesInQuestions(people: PersonInConversation[]): Promise<string[]> {
  const words = people
    .flatMap(({ last_notes, their_dates }) => [
      ...questionsIn(last_notes),
      ...their_dates.map(({ what }) => what),
    ])
    .flatMap((text) => text.match(/[\p{L}\p{M}]{2,}/gu) ?? []);
  const found = await Promise.all([...new Set(words)].map(namesBeginningWith));
  return found.flat();
}

async function namesBeginningWith(word: string): Promise<string[]> {
  const range = IDBKeyRange.bound(word, `${word}\uffff`);
  return (await findByIndex("person", "name", range)).map(({ body }) => body.name);
}

async function readPerson(picked: PickedPerson, cardId: string): Promise<PersonInConversation> {
  const { person_id, target_id, name } = picked;
  const person = person_id ? await find("person", person_id) : undefined;
  if (!person) return { ...nothingKnown, target_id, name };
  const [conversations, followUps, problems] = await Promise.all([
    conversationsWith(person.id),
    followUpsWith(person.id),
    findByIndex("problem", "person_ids", person.id),
  ]);
  const earlier = conversations.filter(
    ({ id, body }) => id !== cardId && body.channel !== "message",
  );
  return {
    person_id: person.id,
    target_id,
    name,
    earlier_conversations_count: earlier.length,
    last_conversation_on: earlier[0] ? dayOf(earlier[0]) : null,
    last_notes: earlier[0] ? notesOf(earlier[0]) : "",
    their_dates: conversations.flatMap(theirDate),
    has_unsolved_problem: isProblemLeft(conversations, problems),
    promise: promiseTo(conversations, followUps),
    reachable: [person.body.emails, person.body.phones, person.body.links].flat().length > 0,
  };
}

const nothingKnown: PersonInConversation = {
  person_id: null,
  target_id: null,
  name: "",
  earlier_conversations_count: 0,
  last_conversation_on: null,
  last_notes: "",
  their_dates: [],
  has_unsolved_problem: false,
  promise: null,
  reachable: false,
};

function dayOf({ body }: Conversation): string | null {
  const at = body.happened_at ?? body.captured_at;
  return at && localDay(new Date(at));
}

/** A problem in the text of a line is theirs, not a question of the user's. */
function notesOf({ body }: Conversation): string {
  const line = body.line.replace(body.problem.trim(), "");
  return [line, body.notes, body.recalled].join("\n");
}

function theirDate({ body }: Conversation) {
  return body.their_day_on ? [{ on: body.their_day_on, what: body.their_day_what }] : [];
}

/** Conversations from older builds hold their problem and promise as text only, without records. */
function isProblemLeft(conversations: Conversation[], problems: Saved<"problem">[]): boolean {
  const recorded = new Set(problems.map(({ body }) => body.conversation_id));
  return (
    problems.some((problem) => problem.body.what.trim() && isOpen(problem)) ||
    conversations.some(({ id, body }) => body.problem.trim() && !recorded.has(id))
  );
}

function promiseTo(
  conversations: Conversation[],
  followUps: Saved<"follow_up">[],
): PersonInConversation["promise"] {
  const mine = followUps.filter(({ body }) => body.owed_by === "me");
  const recorded = new Set(mine.map(({ body }) => body.conversation_id));
  const isUnrecorded = conversations.some(
    ({ id, body }) => body.promise.trim() && !recorded.has(id),
  );
  if (mine.some(isOpen) || isUnrecorded) return "open";
  return mine.some(({ body }) => body.done_at) ? "kept" : null;
}
