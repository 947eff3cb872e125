/** What a nudge says: why it is time to get in touch. */
import type { Why } from "./nudge";
import { lastContactText } from "./sentence";
import type { Warmth } from "./warmth";

const plan: Record<Exclude<Why, "rhythm">, string> = {
  plan_1: "Say thanks, in their words",
  plan_8: "Give the help you thought of",
  plan_30: "Ask how it went",
};

/** Say why a nudge comes: what the first weeks' plan has for the day, else how long ago the last talk was. */
export function nudgeReason(why: Why, warm: Warmth): string {
  if (why !== "rhythm") return plan[why];
  const last = lastContactText(warm);
  return last.charAt(0).toUpperCase() + last.slice(1);
}
