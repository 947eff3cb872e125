/** Parts a list of what is owed by when it is due, and gives what was settled lately. */

import type { Owed } from "../owing/owed";
import { endedAt } from "../owing/settled_item";
import type { Saved } from "../records/queries";

export interface Part {
  title: string;
  owed: Owed[];
}

const SETTLED_COUNT = 20;

/** Part a list by when it is due; parts that hold nothing are left out. */
export function partsOf(owed: Owed[], today: string): Part[] {
  const parts = [
    { title: "Due today", owed: owed.filter(({ day }) => day !== null && day <= today) },
    { title: "Later", owed: owed.filter(({ day }) => day !== null && day > today) },
    { title: "Without a day", owed: owed.filter(({ day }) => day === null) },
  ];
  return parts.filter((part) => part.owed.length > 0);
}

/** Give what was settled last, the latest first. */
export function lately(settled: Saved<"follow_up">[]): Saved<"follow_up">[] {
  const latestFirst = settled.toSorted((a, b) => (endedAt(a.body) < endedAt(b.body) ? 1 : -1));
  return latestFirst.slice(0, SETTLED_COUNT);
}
