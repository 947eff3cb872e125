/** The steps that a follow-up can take: done, later, dropped, open again. Each gives what takes it back. */
import { editRecord, type Undo } from "./note_records";
import type { Saved } from "./queries";

type FollowUp = Saved<"follow_up">;

/** Why something owed is let go: it came too late, or the words that say why. */
export type DropReason = { isTooLate: boolean; because: string };

/** Mark a follow-up as done now; gives what takes it back. */
export function finishFollowUp(followUp: FollowUp): Promise<Undo> {
  return editRecord(followUp, { done_at: now() });
}

/** Move a follow-up to another day; gives what takes it back. */
export function postponeFollowUp(followUp: FollowUp, due_on: string): Promise<Undo> {
  return editRecord(followUp, { due_on, due_at: null });
}

/** Let a follow-up go, as broken where it came too late; gives what takes it back. */
export function dropFollowUp(
  followUp: FollowUp,
  { isTooLate, because }: DropReason,
): Promise<Undo> {
  const ended = isTooLate ? { broken_at: now() } : { dropped_at: now() };
  return editRecord(followUp, { ...ended, dropped_because: because });
}

/** Open a settled follow-up again; gives what takes it back. */
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
