/** Finds those again whom the line of a stored card made, so that they keep their ids. */

import type { Card } from "./card";
import type { Met } from "./typed";

/** Give the last so many of those who were new: the line's own stand last on a card. */
export function madeLast(met: Met[], count: number): Met[] {
  const made = met.filter(({ isNew }) => isNew);
  return made.slice(Math.max(0, made.length - count));
}

/** Let the line of a card name these people again. */
export function idsOfMade(made: Met[], { next, further }: Card): Pick<Card, "next" | "further"> {
  const [first = next, ...others] = [...made.map(({ id }) => id), next, ...further];
  return { next: first, further: others };
}
