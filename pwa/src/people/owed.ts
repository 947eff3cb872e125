/** What is owed between me and a person, parted as the page shows it. */
import type { SavedConversation, SavedFollowUp } from "./person_query";

export interface Owed {
  open: SavedFollowUp[];
  settled: SavedFollowUp[];
}

/** Part the follow-ups owed by one side into open and settled ones, in the order given. */
export function owedBy(side: "me" | "them", followUps: SavedFollowUp[]): Owed {
  const owed = followUps.filter(({ body }) => body.owed_by === side);
  return { open: owed.filter(isOpen), settled: owed.filter((one) => !isOpen(one)) };
}

/** Give the conversations whose promise has no day yet and so became no follow-up. */
export function promisesWithoutDay(
  conversations: SavedConversation[],
  followUps: SavedFollowUp[],
): SavedConversation[] {
  const followed = new Set(followUps.map(({ body }) => body.conversation_id));
  return conversations.filter(({ id, body }) => body.promise.trim() !== "" && !followed.has(id));
}

/** Give the follow-up that the promise of a conversation became. */
export function promised(
  followUps: SavedFollowUp[],
  conversationId: string,
): SavedFollowUp | undefined {
  return followUps.find(
    ({ body }) => body.conversation_id === conversationId && body.owed_by === "me",
  );
}

function isOpen({ body }: SavedFollowUp): boolean {
  return !body.done_at && !body.dropped_at;
}
