/** The choice of what a message is for. */

import type { DraftFacts, Occasion } from "./facts";
import { occasions } from "./occasions";

interface Props {
  occasion: Occasion;
  choose: (occasion: Occasion) => void;
  facts: DraftFacts;
}

/** Let the occasion be chosen; "Here it is" only where something was promised. */
export function OccasionChoice({ occasion, choose, facts }: Props) {
  const offered = occasions.filter(
    ([value]) => value !== "here_it_is" || facts.promise || occasion === value,
  );
  return (
    <fieldset class="chips">
      <legend class="visually_hidden">What it is for</legend>
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
