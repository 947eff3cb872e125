/** The steps that a follow-up can take: done, later, open again. */
import type { FollowUpRecord } from "./kinds.gen";
import { write } from "./write";

/** Mark a follow-up as done now; gives what takes it back. */
export function finish(id: string, before: FollowUpRecord): Promise<() => Promise<void>> {
  return step(id, before, { done_at: new Date().toISOString() });
}

/** Move a follow-up to another day; gives what takes it back. */
export function postpone(
  id: string,
  before: FollowUpRecord,
  due_on: string,
): Promise<() => Promise<void>> {
  return step(id, before, { due_on, due_at: null });
}

/** Open a settled follow-up again; gives what takes it back. */
export function reopen(id: string, before: FollowUpRecord): Promise<() => Promise<void>> {
  return step(id, before, { done_at: null, dropped_at: null });
}

async function step(
  id: string,
  before: FollowUpRecord,
  set: Partial<FollowUpRecord>,
): Promise<() => Promise<void>> {
  await write({ kind: "follow_up", id, set });
  const { due_on, due_at, done_at, dropped_at } = before;
  return () => write({ kind: "follow_up", id, set: { due_on, due_at, done_at, dropped_at } });
}
