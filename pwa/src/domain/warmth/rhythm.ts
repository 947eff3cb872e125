/** The rhythm of a tie: the usual number of days between contacts, and since when the next one is awaited. */

import { type Interaction, isTwoWay } from "./interactions";
import { countDays, dayInZone, readMoment } from "./moments";
import type { Tie } from "./tie";

/** Judgements, to be recalibrated together. */
const ringDays = { inner: 21, close: 60, active: 180, wide: 365 };
const ringCountsAsGaps = 4;
const gapsAtMost = 12;

/** Return the usual number of days between two contacts, averaged with that of the ring. */
export function rhythmDays(tie: Tie, interactions: Interaction[]): number {
  const days = lastDays(interactions.filter(isTwoWay), tie.zone);
  const gaps = days.slice(1).map((before, at) => countDays(before, days[at] as string));
  const ring = ringCountsAsGaps * ringDays[tie.ring ?? "wide"];
  return (gaps.length * median(gaps) + ring) / (gaps.length + ringCountsAsGaps);
}

/** Return the last contact in both directions, else when the person was added or first mentioned. */
export function awaitedSince(tie: Tie, interactions: Interaction[], now: number): number | null {
  const last = interactions.findLast(isTwoWay);
  return last?.at ?? readMoment(tie.added_at, now) ?? interactions[0]?.at ?? null;
}

/** The different local days of these interactions, the last first. */
function lastDays(interactions: Interaction[], zone: string): string[] {
  const days: string[] = [];
  for (let at = interactions.length - 1; at >= 0 && days.length <= gapsAtMost; at--) {
    const day = dayInZone(interactions[at]?.at as number, zone);
    if (day !== days.at(-1)) days.push(day);
  }
  return days;
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}
