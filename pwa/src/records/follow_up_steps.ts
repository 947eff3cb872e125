/** The steps that a follow-up can take: done, later, open again. Each gives what takes it back. */
import { fieldsLike } from "./body";
import type { FollowUpRecord } from "./kinds.gen";
import type { Saved } from "./queries";
import { write } from "./write";

type FollowUp = Saved<"follow_up">;
type TakeBack = () => Promise<void>;

/** Mark a follow-up as done now; gives what takes it back. */
export function finish(followUp: FollowUp): Promise<TakeBack> {
  return step(followUp, { done_at: new Date().toISOString() });
}

/** Move a follow-up to another day; gives what takes it back. */
export function postpone(followUp: FollowUp, due_on: string): Promise<TakeBack> {
  return step(followUp, { due_on, due_at: null });
}

/** Open a settled follow-up again; gives what takes it back. */
export function reopen(followUp: FollowUp): Promise<TakeBack> {
  return step(followUp, { done_at: null, dropped_at: null });
}

async function step({ id, body }: FollowUp, set: Partial<FollowUpRecord>): Promise<TakeBack> {
  const before = fieldsLike(set, { ...body });
  await write({ kind: "follow_up", id, set });
  return () => write({ kind: "follow_up", id, set: before });
}
