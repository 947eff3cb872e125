/** The choice between what the user owes and what others owe them. */

import type { FollowUpRecord } from "../../data/kinds.gen";

type Side = FollowUpRecord["owed_by"];

const sides: [Side, string][] = [
  ["me", "I owe"],
  ["them", "They owe me"],
];

/** Show the choice of a side. */
export function SideChoice({ side, choose }: { side: Side; choose: (side: Side) => void }) {
  return (
    <fieldset class="segments">
      <legend class="visually_hidden">Who owes</legend>
      {sides.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name="owed_by"
            checked={side === value}
            onChange={() => choose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
