/** The rings: how many people each has room for, and how often one is in touch with them. */
import type { Ring } from "./tie";

/** A ring with its name, its room and its rhythm in words. */
export interface RingFacts {
  ring: Ring;
  words: string;
  room: number;
  every: string;
}

/** The rings from the inside out; added up they hold 5, 15, 50 and 150 people. */
export const rings: RingFacts[] = [
  { ring: "inner", words: "Inner", room: 5, every: "every three weeks" },
  { ring: "close", words: "Close", room: 10, every: "every two months" },
  { ring: "active", words: "Active", room: 35, every: "twice a year" },
  { ring: "wide", words: "Wide", room: 100, every: "once a year" },
];

/** Return the ring of a person; without a choice it is the wide one. */
export function ringOf({ ring }: { ring: Ring | null }): Ring {
  return ring ?? "wide";
}

/** Check whether a ring with so many people is full; the wide one never is. */
export function isFull(ring: Ring, count: number): boolean {
  return ring !== "wide" && count >= ringFactsOf(ring).room;
}

/** Check whether a ring holds more people than it has room for, as after edits on two devices. */
export function isOverfull(ring: Ring, count: number): boolean {
  return isFull(ring, count - 1);
}

/** Return the facts of a ring. */
export function ringFactsOf(ring: Ring): RingFacts {
  return rings.find((facts) => facts.ring === ring) as RingFacts;
}

/** Return the next ring outwards with room for one more person. */
export function nextOut(ring: Ring, counts: Record<Ring, number>): Ring {
  const outer = rings.slice(rings.findIndex((facts) => facts.ring === ring) + 1);
  return outer.find((facts) => !isFull(facts.ring, counts[facts.ring]))?.ring ?? "wide";
}
