/** The garden as it is shown: the plants of each ring, filtered and in the chosen order. */
import { nameOf } from "../../data/names";
import type { Saved } from "../../data/queries";
import type { TieState } from "../../domain/warmth/plant_state";
import { ringOf, rings } from "../../domain/warmth/rings";
import type { Ring, Tie } from "../../domain/warmth/tie";
import { type Warmth, warmth } from "../../domain/warmth/warmth";

/** A person as a plant: the tie and its warmth at this moment. */
export interface GardenPlant {
  person: Saved<"person">;
  name: string;
  tie: Tie;
  warm: Warmth;
}

export type GardenOrder = "name" | "warmest" | "coldest";
/** The state whose plants are shown, or all of them. */
export type GardenFilter = TieState | "all";

/** A ring of the garden and its plants. */
export interface Bed {
  ring: Ring;
  plants: GardenPlant[];
}

/** Return a tie as a plant. */
export function toPlant({ person, tie }: { person: Saved<"person">; tie: Tie }): GardenPlant {
  return { person, name: nameOf(person.body), tie, warm: warmth(tie, Date.now()) };
}

/** Return the beds of the rings, from the inside out; people who were let go are shown only by their own filter. */
export function bedsOf(plants: GardenPlant[], filter: GardenFilter, order: GardenOrder): Bed[] {
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
export function countStates(plants: GardenPlant[]): Map<GardenFilter, number> {
  const counts = new Map<GardenFilter, number>();
  for (const { warm } of plants) counts.set(warm.state, (counts.get(warm.state) ?? 0) + 1);
  return counts;
}

const byWarmth = {
  warmest: (a: GardenPlant, b: GardenPlant) => b.warm.warmth - a.warm.warmth,
  coldest: (a: GardenPlant, b: GardenPlant) => a.warm.warmth - b.warm.warmth,
};
