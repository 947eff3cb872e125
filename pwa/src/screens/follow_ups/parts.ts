/** Parts the list by when something is due, with who wants to hear from me between today and later. */

import type { OwedFollowUp } from "../../components/promise/promise";
import { closedAt } from "../../data/closed";
import type { OpenNudge } from "../../data/open_nudges";
import type { Saved } from "../../data/queries";

export type Row = { owed: OwedFollowUp } | { nudge: OpenNudge };

export interface Part {
  title: string;
  rows: Row[];
}

const SETTLED_COUNT = 20;

/** Part a list by when it is due; parts that hold nothing are left out. */
export function partsOf(owed: OwedFollowUp[], nudges: OpenNudge[], today: string): Part[] {
  const when = (is: (day: string | null) => boolean): Row[] =>
    owed.filter(({ day }) => is(day)).map((one) => ({ owed: one }));
  const parts = [
    { title: "Due today", rows: when((day) => day !== null && day <= today) },
    { title: "Time to get in touch", rows: nudges.map((nudge) => ({ nudge })) },
    { title: "Later", rows: when((day) => day !== null && day > today) },
    { title: "Without a day", rows: when((day) => day === null) },
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

/** Give the first rows of the parts, as many as wanted in all. */
export function firstOf(parts: Part[], count: number): Part[] {
  let left = count;
  return parts
    .map(({ title, rows }) => {
      const taken = rows.slice(0, left);
      left -= taken.length;
      return { title, rows: taken };
    })
    .filter(({ rows }) => rows.length > 0);
}

/** Count the rows of the parts. */
export function rowCount(parts: Part[]): number {
  return parts.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Give what was settled last, the latest first. */
export function lately(settled: Saved<"follow_up">[]): Saved<"follow_up">[] {
  const latestFirst = settled.toSorted((a, b) =>
    (closedAt(a) ?? "") < (closedAt(b) ?? "") ? 1 : -1,
  );
  return latestFirst.slice(0, SETTLED_COUNT);
}
