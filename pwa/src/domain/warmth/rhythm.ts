/** How often there is contact: the usual distance in days, and since when it is awaited. */

import { type Deed, isTwoWay } from "./deeds";
import { daysBetween, localDay, read } from "./moments";
import type { Tie } from "./tie";

/** Judgements, to be recalibrated together. */
const ringDays = { inner: 21, close: 60, active: 180, wide: 365 };
const ringCountsAsGaps = 4;
const gapsAtMost = 12;

/** Give the usual number of days between two contacts, drawn towards that of the ring. */
export function rhythmDays(tie: Tie, deeds: Deed[]): number {
  const days = lastDays(deeds.filter(isTwoWay), tie.zone);
  const gaps = days.slice(1).map((before, at) => daysBetween(before, days[at] as string));
  const ring = ringCountsAsGaps * ringDays[tie.ring ?? "wide"];
  return (gaps.length * median(gaps) + ring) / (gaps.length + ringCountsAsGaps);
}

/** Give the last contact in both directions, else when the person was added or heard of. */
export function awaitedSince(tie: Tie, deeds: Deed[], now: number): number | null {
  const last = deeds.findLast(isTwoWay);
  return last?.at ?? read(tie.added_at, now) ?? deeds[0]?.at ?? null;
}

/** The different local days of these deeds, the last first. */
function lastDays(deeds: Deed[], zone: string): string[] {
  const days: string[] = [];
  for (let at = deeds.length - 1; at >= 0 && days.length <= gapsAtMost; at--) {
    const day = localDay(deeds[at]?.at as number, zone);
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
