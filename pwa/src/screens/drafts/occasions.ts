/** For which occasion a draft is made: what led to it, else what the card suggests. */

import { daysBetween, localDay } from "../../domain/dates/days";
import type { DraftFacts, Occasion } from "./facts";

/** The occasions and what they are called. */
export const occasions: [Occasion, string][] = [
  ["thanks", "Thanks"],
  ["help", "The help"],
  ["how_did_it_go", "How did it go?"],
  ["here_it_is", "Here it is"],
];

const ofNudges: Record<string, Occasion> = {
  plan_1: "thanks",
  plan_8: "help",
  plan_30: "how_did_it_go",
  rhythm: "how_did_it_go",
};
const FRESH_DAYS = 3;

/**
 * Choose the occasion of a draft.
 * takes: what led to it: the reason of a nudge, or whether a promise of mine did
 */
export function occasionOf(
  { talk, promise }: DraftFacts,
  led: { why: string | null; isPromise: boolean },
  now: Date,
): Occasion {
  if (led.isPromise) return "here_it_is";
  const byNudge = ofNudges[led.why ?? ""];
  if (byNudge) return byNudge;
  if (talk && daysBetween(talk.day, localDay(now)) <= FRESH_DAYS) return "thanks";
  return promise && !promise.isKept ? "help" : "how_did_it_go";
}
