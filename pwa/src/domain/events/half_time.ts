/** The only hint during an event: at half-time, if none of the targets was met yet. */

import { whenIs } from "./on";
import { middleOf, type Times } from "./times";

interface Hinted extends Times {
  hint_dismissed_at: string | null;
}

interface Wanted {
  met: string | null;
}

/**
 * Return the one target that the hint names; nothing most of the time.
 * @param targets - the targets of the event in their order, each with how it was met
 */
export function halfTimeHint<T extends Wanted>(
  event: Hinted,
  targets: T[],
  now: Date,
): T | undefined {
  const middle = middleOf(event);
  if (event.hint_dismissed_at || whenIs(event, now) !== "on") return undefined;
  if (middle === undefined || now.getTime() < middle) return undefined;
  return targets.every(({ met }) => met === null) ? targets[0] : undefined;
}
