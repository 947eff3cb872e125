/** Closes and reopens follow-ups, and shows what was done in a toast with undo. */

import {
  type DropReason,
  dropFollowUp,
  finishFollowUp,
  postponeFollowUp,
  reopenFollowUp,
} from "../../data/follow_up_steps";
import type { Saved } from "../../data/queries";
import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { showToast } from "../../ui/toast";

type FollowUp = Saved<"follow_up">;

/** Return what it is called when a follow-up is done: by the user, or by the other person. */
export function doneWords({ body }: FollowUp): string {
  return body.owed_by === "them" ? "They did it" : "Done";
}

/** Mark a follow-up as done. */
export async function markDone(followUp: FollowUp): Promise<void> {
  const done = doneWords(followUp);
  showToast(`${done}: ${followUp.body.what}`, { undo: await finishFollowUp(followUp) });
}

/** Move a follow-up to another day. */
export async function postponeTo(followUp: FollowUp, day: string): Promise<void> {
  const undo = await postponeFollowUp(followUp, day);
  showToast(`Moved to ${dayText(day, localDay(new Date()))}: ${followUp.body.what}`, { undo });
}

/** Drop a follow-up for a reason. */
export async function dropBecause(followUp: FollowUp, reason: DropReason): Promise<void> {
  showToast(`Dropped: ${followUp.body.what}`, { undo: await dropFollowUp(followUp, reason) });
}

/** Reopen a closed follow-up. */
export async function reopen(followUp: FollowUp): Promise<void> {
  showToast(`Reopened: ${followUp.body.what}`, { undo: await reopenFollowUp(followUp) });
}
