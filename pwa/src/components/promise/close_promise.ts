/** Settles what is owed, and says it with the way back. */

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

/** Mark something owed as done. */
export async function markDone(followUp: FollowUp): Promise<void> {
  showToast(`Done: ${followUp.body.what}`, { undo: await finishFollowUp(followUp) });
}

/** Move something owed to another day. */
export async function postponeTo(followUp: FollowUp, day: string): Promise<void> {
  const undo = await postponeFollowUp(followUp, day);
  showToast(`Later, ${dayText(day, localDay(new Date()))}: ${followUp.body.what}`, { undo });
}

/** Let something owed go. */
export async function dropBecause(followUp: FollowUp, reason: DropReason): Promise<void> {
  showToast(`Dropped: ${followUp.body.what}`, { undo: await dropFollowUp(followUp, reason) });
}

/** Open something settled again. */
export async function reopen(followUp: FollowUp): Promise<void> {
  showToast(`Open again: ${followUp.body.what}`, { undo: await reopenFollowUp(followUp) });
}
