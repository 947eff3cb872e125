/** What changes a conversation, together with the follow-up that its promise became. */
import { localDay } from "../days/days";
import { sayDay } from "../days/said";
import { derivedId, newId } from "../records/ids";
import type { ConversationRecord, FollowUpRecord } from "../records/kinds.gen";
import { write } from "../records/write";
import { say } from "../ui/toast";
import type { SavedConversation, SavedFollowUp } from "./person_query";

/** Set fields of a conversation. */
export function setConversation(id: string, set: Partial<ConversationRecord>): Promise<void> {
  return write({ kind: "conversation", id, set });
}

/** Set the words of a promise, in the conversation and in the follow-up that it became. */
export function setPromise(
  { id }: SavedConversation,
  followUp: SavedFollowUp | undefined,
  promise: string,
): Promise<void> {
  const conversation = { kind: "conversation", id, set: { promise } } as const;
  if (!followUp) return write(conversation);
  return write(conversation, { kind: "follow_up", id: followUp.id, set: { what: promise } });
}

/** Set the day of a promise; with a day the promise is a follow-up. */
export async function setPromiseDay(
  conversation: SavedConversation,
  followUp: SavedFollowUp | undefined,
  due_on: string | null,
): Promise<void> {
  const day = {
    kind: "conversation",
    id: conversation.id,
    set: { promise_due_on: due_on },
  } as const;
  if (followUp) return write(day, { kind: "follow_up", id: followUp.id, set: { due_on } });
  if (!due_on) return write(day);
  return write(day, await followUpOf(conversation, { due_on }));
}

/** Mark a promise that never had a day as kept, and offer to take that back. */
export async function keepPromise(conversation: SavedConversation): Promise<void> {
  const done = await followUpOf(conversation, { done_at: new Date().toISOString() });
  await write(done);
  say(`Done: ${conversation.body.promise}`, {
    undo: () => write({ kind: "follow_up", id: done.id, action: "delete" }),
  });
}

/** Give a promise its first day, and offer to take that back. */
export async function datePromise(conversation: SavedConversation, day: string): Promise<void> {
  const { id, body } = conversation;
  await setPromiseDay(conversation, undefined, day);
  const followUpId = await derivedId(id, "promise");
  say(`Due ${sayDay(day, localDay(new Date()))}: ${body.promise}`, {
    undo: () =>
      write(
        { kind: "conversation", id, set: { promise_due_on: null } },
        { kind: "follow_up", id: followUpId, action: "delete" },
      ),
  });
}

/** Add a conversation with a person, as one that happens now; gives its id. */
export async function addConversation(personId: string): Promise<string> {
  const id = newId();
  const captured_at = new Date().toISOString();
  const set = { person_ids: [personId], captured_at, happened_at: captured_at };
  await write({ kind: "conversation", id, set });
  return id;
}

/** Delete a conversation and offer to take it back. */
export async function deleteConversation({ id }: SavedConversation): Promise<void> {
  await write({ kind: "conversation", id, action: "delete" });
  say("The conversation is deleted.", {
    undo: () => write({ kind: "conversation", id, action: "restore" }),
  });
}

async function followUpOf({ id, body }: SavedConversation, set: Partial<FollowUpRecord>) {
  const { person_ids, captured_at, promise: what } = body;
  const fields = { owed_by: "me", conversation_id: id, person_ids, captured_at, what } as const;
  return {
    kind: "follow_up",
    id: await derivedId(id, "promise"),
    set: { ...fields, ...set },
  } as const;
}
