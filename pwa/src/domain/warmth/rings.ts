/** The rings in which people stand: how many each has room for, and how often one meets there. */
import type { Ring } from "./tie";

export interface RingFacts {
  ring: Ring;
  words: string;
  room: number;
  every: string;
}

/** The rings from the inside out; together they hold 5, 15, 50 and 150 people. */
export const rings: RingFacts[] = [
  { ring: "inner", words: "Inner", room: 5, every: "every three weeks" },
  { ring: "close", words: "Close", room: 10, every: "every two months" },
  { ring: "active", words: "Active", room: 35, every: "twice a year" },
  { ring: "wide", words: "Wide", room: 100, every: "once a year" },
];

/** Give the ring in which somebody stands; without a choice it is the wide one. */
export function ringOf({ ring }: { ring: Ring | null }): Ring {
  return ring ?? "wide";
}

/** Tell whether a ring that holds so many can take no more; the wide one never turns anybody away. */
export function isFull(ring: Ring, count: number): boolean {
  return ring !== "wide" && count >= ringFactsOf(ring).room;
}

/** Tell whether a ring holds more than it has room for, as when two devices filled it at once. */
export function isOverfull(ring: Ring, count: number): boolean {
  return isFull(ring, count - 1);
}

/** Give what is known of a ring. */
export function ringFactsOf(ring: Ring): RingFacts {
  return rings.find((facts) => facts.ring === ring) as RingFacts;
}

/** Give the next ring outwards with room for one more. */
export function nextOut(ring: Ring, counts: Record<Ring, number>): Ring {
  const outer = rings.slice(rings.findIndex((facts) => facts.ring === ring) + 1);
  return outer.find((facts) => !isFull(facts.ring, counts[facts.ring]))?.ring ?? "wide";
}
