/** The garden as it is shown: whose plants stand in which ring, filtered and in the order chosen. */
import { nameOf } from "../../data/names";
import type { Saved } from "../../data/queries";
import { ringOf, rings } from "../../domain/warmth/rings";
import type { Ring, Tie } from "../../domain/warmth/tie";
import { type State, type Warmth, warmth } from "../../domain/warmth/warmth";

export interface Planted {
  person: Saved<"person">;
  name: string;
  tie: Tie;
  warm: Warmth;
}

export type GardenOrder = "name" | "warmest" | "coolest";
export type Filter = State | "all";

export interface Bed {
  ring: Ring;
  plants: Planted[];
}

/** Look at a tie as a plant. */
export function planted({ person, tie }: { person: Saved<"person">; tie: Tie }): Planted {
  return { person, name: nameOf(person.body), tie, warm: warmth(tie, Date.now()) };
}

/** Give the beds of the rings, from the inside out; without a filter for them, those let go stand in none. */
export function bedsOf(plants: Planted[], filter: Filter, order: GardenOrder): Bed[] {
  const shown = plants.filter(({ warm: { state } }) =>
    filter === "all" ? state !== "let_go" : state === filter,
  );
  const sorted = order === "name" ? shown : shown.toSorted(byWarmth[order]);
  return rings.map(({ ring }) => ({
    ring,
    plants: sorted.filter(({ person }) => ringOf(person.body) === ring),
  }));
}

/** Count the plants in each state. */
export function countStates(plants: Planted[]): Map<Filter, number> {
  const counts = new Map<Filter, number>();
  for (const { warm } of plants) counts.set(warm.state, (counts.get(warm.state) ?? 0) + 1);
  return counts;
}

const byWarmth = {
  warmest: (a: Planted, b: Planted) => b.warm.warmth - a.warm.warmth,
  coolest: (a: Planted, b: Planted) => a.warm.warmth - b.warm.warmth,
};
