/** The occasions of a draft: which one fits, and the choice between them. */

import { daysBetween, localDay } from "../../domain/dates/days";
import { ownValue } from "../../domain/own_value";
import type { DraftFacts, DraftOccasion } from "./facts";

const occasions: [DraftOccasion, string][] = [
  ["thanks", "Thanks"],
  ["help", "Help"],
  ["how_did_it_go", "How did it go?"],
  ["here_it_is", "Here it is"],
];

const byNudgeReason: Record<string, DraftOccasion> = {
  plan_1: "thanks",
  plan_8: "help",
  plan_30: "how_did_it_go",
  rhythm: "how_did_it_go",
};
const RECENT_DAYS = 3;

/**
 * Choose the occasion that fits best.
 *
 * @param ledBy - what led to the draft: the reason of a nudge, or whether it was a promise of the user
 */
export function occasionOf(
  { conversation, promise }: DraftFacts,
  ledBy: { why: string | null; isPromise: boolean },
  now: Date,
): DraftOccasion {
  if (ledBy.isPromise) return "here_it_is";
  const fromNudge = ownValue(byNudgeReason, ledBy.why ?? "");
  if (fromNudge) return fromNudge;
  if (conversation && daysBetween(conversation.day, localDay(now)) <= RECENT_DAYS) return "thanks";
  return promise && !promise.isKept ? "help" : "how_did_it_go";
}

interface OccasionChoiceProps {
  occasion: DraftOccasion;
  choose: (occasion: DraftOccasion) => void;
  facts: DraftFacts;
}

/** Show the choice of an occasion; "Here it is" only where something was promised. */
export function OccasionChoice({ occasion, choose, facts }: OccasionChoiceProps) {
  const offered = occasions.filter(
    ([value]) => value !== "here_it_is" || facts.promise || occasion === value,
  );
  return (
    <fieldset class="chips">
      <legend class="visually_hidden">What it's for</legend>
      {offered.map(([value, label]) => (
        <label key={value} class="chip">
          <input
            type="radio"
            name="occasion"
            checked={occasion === value}
            onChange={() => choose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
