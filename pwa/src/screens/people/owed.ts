/** What is owed between me and a person, and what a conversation led to. */
import { isOpen } from "../../data/closed";
import type { SavedFollowUp, SavedProblem } from "./person_query";

export interface PersonOwed {
  open: SavedFollowUp[];
  settled: SavedFollowUp[];
}

/** Part the follow-ups owed by one side into open and settled ones, in the order given. */
export function owedWithPerson(side: "me" | "them", followUps: SavedFollowUp[]): PersonOwed {
  const owed = followUps.filter(({ body }) => body.owed_by === side);
  return { open: owed.filter(isOpen), settled: owed.filter((one) => !isOpen(one)) };
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

/** Give the problem that was told in a conversation. */
export function promiseStateText(
  problems: SavedProblem[],
  conversationId: string,
): SavedProblem | undefined {
  return problems.find(({ body }) => body.conversation_id === conversationId);
}
