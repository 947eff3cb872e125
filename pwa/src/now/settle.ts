/** Does what Now offers for something due, and says it with the way back. */

import { localDay } from "../days/days";
import { sayDay } from "../days/said";
import { finish, postpone } from "../records/follow_up_steps";
import type { Saved } from "../records/queries";
import { say } from "../ui/toast";

/** Mark something due as done. */
export async function markDone(followUp: Saved<"follow_up">): Promise<void> {
  say(`Done: ${followUp.body.what}`, { undo: await finish(followUp) });
}

/** Move something due to another day. */
export async function moveTo(followUp: Saved<"follow_up">, day: string): Promise<void> {
  const undo = await postpone(followUp, day);
  say(`Later, ${sayDay(day, localDay(new Date()))}: ${followUp.body.what}`, { undo });
}
