/** Settles what is owed, and says it with the way back. */

import { type DropReason, drop, finish, postpone, reopen } from "../../data/follow_up_steps";
import type { Saved } from "../../data/queries";
import { sayDay } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { say } from "../../ui/toast";

type FollowUp = Saved<"follow_up">;

/** Mark something owed as done. */
export async function markDone(followUp: FollowUp): Promise<void> {
  say(`Done: ${followUp.body.what}`, { undo: await finish(followUp) });
}

/** Move something owed to another day. */
export async function moveTo(followUp: FollowUp, day: string): Promise<void> {
  const undo = await postpone(followUp, day);
  say(`Later, ${sayDay(day, localDay(new Date()))}: ${followUp.body.what}`, { undo });
}

/** Let something owed go. */
export async function dropFor(followUp: FollowUp, reason: DropReason): Promise<void> {
  say(`Dropped: ${followUp.body.what}`, { undo: await drop(followUp, reason) });
}

/** Open something settled again. */
export async function openAgain(followUp: FollowUp): Promise<void> {
  say(`Open again: ${followUp.body.what}`, { undo: await reopen(followUp) });
}
