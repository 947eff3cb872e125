/** When a plant counts as a seedling, growing, thirsty, wilting or dormant; the same rule as on the server. */

import { type Interaction, isContact, isTwoWay } from "./interactions";
import { DAY_MS } from "./moments";
import { awaitedSince } from "./rhythm";
import type { Tie } from "./tie";

/** The state of a tie, as the garden shows it. */
export type TieState = "seedling" | "growing" | "thirsty" | "wilting" | "dormant" | "let_go";

/** Judgements, to be recalibrated together; the bounds are shares of the rhythm that have passed. */
const seedlingDays = 42;
const seedlingContacts = 3;
const cooling: [TieState, number][] = [
  ["growing", 1],
  ["thirsty", 2],
  ["wilting", 8],
];

/**
 * Return the state of a tie.
 * @param moment - now in milliseconds, and x, the share of the rhythm that has passed
 */
export function plantState(
  tie: Tie,
  interactions: Interaction[],
  { now, x }: { now: number; x: number },
): TieState {
  if (tie.let_go_at) return "let_go";
  const began = interactions.find(isContact)?.at ?? awaitedSince(tie, [], now);
  const isYoung = began === null || now - began < seedlingDays * DAY_MS;
  if (isYoung && interactions.filter(isTwoWay).length < seedlingContacts) return "seedling";
  return cooling.find(([, bound]) => x < bound)?.[0] ?? "dormant";
}
