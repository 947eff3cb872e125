/** Closes, postpones and reopens follow-ups. Each function returns what undoes it. */
import { editRecord, type Undo } from "./note_records";
import type { Saved } from "./queries";

type FollowUp = Saved<"follow_up">;

/** Why a follow-up is dropped: it is too late, or the reason in words. */
export type DropReason = { isTooLate: boolean; because: string };

/** Mark a follow-up as done now. */
export function finishFollowUp(followUp: FollowUp): Promise<Undo> {
  return editRecord(followUp, { done_at: now() });
}

/** Move a follow-up to another day. */
export function postponeFollowUp(followUp: FollowUp, due_on: string): Promise<Undo> {
  return editRecord(followUp, { due_on, due_at: null });
}

/** Drop a follow-up; it counts as broken where it was too late. */
export function dropFollowUp(
  followUp: FollowUp,
  { isTooLate, because }: DropReason,
): Promise<Undo> {
  const ended = isTooLate ? { broken_at: now() } : { dropped_at: now() };
  return editRecord(followUp, { ...ended, dropped_because: because });
}

/** Open a closed follow-up again. */
export function reopenFollowUp(followUp: FollowUp): Promise<Undo> {
  return editRecord(followUp, {
    done_at: null,
    dropped_at: null,
    broken_at: null,
    dropped_because: "",
  });
}

function now(): string {
  return new Date().toISOString();
}
