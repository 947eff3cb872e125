/** Writes changes of a person and of conversations, with the follow-ups and problems made from these. */
import { newId } from "../../data/ids";
import type { ConversationRecord, PersonRecord } from "../../data/kinds.gen";
import { nameOf } from "../../data/names";
import { changeRecord, isOnCardOnly, recordOnCard } from "../../data/note_records";
import { type Write, write } from "../../data/write";
import { showToast } from "../../ui/toast";
import type {
  SavedConversation,
  SavedFollowUp,
  SavedPerson,
  SavedProblem,
  WholePerson,
} from "./person_query";

/** Set fields of a person; a new person is stored with the first of them. */
export function setPerson(person: SavedPerson, set: Partial<PersonRecord>): Promise<void> {
  const { id, seq, body } = person;
  const captured = seq === 0 && !body.captured_at ? { captured_at: new Date().toISOString() } : {};
  return write({ kind: "person", id, set: { ...set, ...captured } });
}

/** Delete a person, with undo; the conversations stay and keep the name. */
export async function deletePerson({ person, conversations }: WholePerson): Promise<void> {
  const { id } = person;
  const who = nameOf(person.body);
  const naming = conversations
    .filter(({ body }) => !body.who && body.person_ids.length === 1)
    .map((one): Write => ({ kind: "conversation", id: one.id, set: { who } }));
  await write({ kind: "person", id, action: "delete" }, ...naming);
  showToast(`${who} was deleted.`, {
    undo: () => write({ kind: "person", id, action: "restore" }),
  });
}

/** Set fields of a conversation. */
export function setConversation(id: string, set: Partial<ConversationRecord>): Promise<void> {
  return write({ kind: "conversation", id, set });
}

/** Set the words of a promise, on the card and in its follow-up; empty words delete the follow-up. */
export async function setPromise(
  conversation: SavedConversation,
  followUp: SavedFollowUp | undefined,
  promise: string,
): Promise<void> {
  const record = followUp ?? (await recordOnCard("follow_up", conversation));
  await writeBoth(conversation, record, { promise });
}

/** Set what they struggle with, on the card and in the problem made from it; empty words delete the problem. */
export async function setProblem(
  conversation: SavedConversation,
  saved: SavedProblem | undefined,
  problem: string,
): Promise<void> {
  const record = saved ?? (await recordOnCard("problem", conversation));
  await writeBoth(conversation, record, { problem });
}

/** Set the day of a promise, on the card and in its follow-up. */
export async function setPromiseDay(
  conversation: SavedConversation,
  followUp: SavedFollowUp | undefined,
  due_on: string | null,
): Promise<void> {
  const record = followUp ?? (await recordOnCard("follow_up", conversation));
  const set = { promise_due_on: due_on };
  await write(
    { kind: "conversation", id: conversation.id, set },
    changeRecord(record, { due_on, due_at: null }),
  );
}

/**
 * Add a conversation with a person that happens now.
 *
 * @returns its id
 */
export async function addConversation(personId: string): Promise<string> {
  const id = newId();
  const captured_at = new Date().toISOString();
  const set = { person_ids: [personId], captured_at, happened_at: captured_at };
  await write({ kind: "conversation", id, set });
  return id;
}

/** Delete a conversation and its problem, with undo; its follow-ups stay. */
export async function deleteConversation(
  { id }: SavedConversation,
  problem: SavedProblem | undefined,
): Promise<void> {
  const both = (action: "delete" | "restore"): Write[] => [
    { kind: "conversation", id, action },
    ...(problem && !isOnCardOnly(problem) ? [{ kind: problem.kind, id: problem.id, action }] : []),
  ];
  await write(...both("delete"));
  showToast("Conversation deleted.", { undo: () => write(...both("restore")) });
}

async function writeBoth(
  { id }: SavedConversation,
  record: SavedFollowUp | SavedProblem,
  set: { promise: string } | { problem: string },
): Promise<void> {
  const [what = ""] = Object.values(set);
  const { kind } = record;
  const made: Write = what.trim()
    ? changeRecord(record, { what })
    : { kind, id: record.id, action: "delete" };
  await write({ kind: "conversation", id, set }, made);
}
