/** The choice between what I owe and what is owed to me. */

import type { Side } from "./listing";

const sides: [Side, string][] = [
  ["me", "I owe"],
  ["them", "They owe me"],
];

/** Let the side be chosen. */
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
