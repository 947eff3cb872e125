/** Splits the list of follow-ups into sections by when they are due, with nudges between today and later. */

import type { FollowUpRow } from "../../components/promise/promise";
import { closedAt } from "../../data/closed";
import type { OpenNudge } from "../../data/open_nudges";
import type { Saved } from "../../data/queries";

/** A row of the list: a follow-up, or the nudge about a person. */
export type FollowUpOrNudge = { followUpRow: FollowUpRow } | { nudge: OpenNudge };

/** A section of the list under its title. */
export interface FollowUpSection {
  title: string;
  rows: FollowUpOrNudge[];
}

const CLOSED_COUNT = 20;

/** Split a list by when it is due; empty sections are left out. */
export function sectionsByDue(
  rows: FollowUpRow[],
  nudges: OpenNudge[],
  today: string,
): FollowUpSection[] {
  const when = (is: (day: string | null) => boolean): FollowUpOrNudge[] =>
    rows.filter(({ day }) => is(day)).map((followUpRow) => ({ followUpRow }));
  const sections = [
    { title: "Due today", rows: when((day) => day !== null && day <= today) },
    { title: "Time to get in touch", rows: nudges.map((nudge) => ({ nudge })) },
    { title: "Later", rows: when((day) => day !== null && day > today) },
    { title: "No due date", rows: when((day) => day === null) },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

/** Return the first rows of the sections, as many as `count` in all. */
export function firstRows(sections: FollowUpSection[], count: number): FollowUpSection[] {
  let left = count;
  return sections
    .map(({ title, rows }) => {
      const first = rows.slice(0, left);
      left -= first.length;
      return { title, rows: first };
    })
    .filter(({ rows }) => rows.length > 0);
}

/** Count the rows of the sections. */
export function rowCount(sections: FollowUpSection[]): number {
  return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Return the follow-ups closed last, newest first. */
export function lastClosed(closed: Saved<"follow_up">[]): Saved<"follow_up">[] {
  const newestFirst = closed.toSorted((a, b) =>
    (closedAt(a) ?? "") < (closedAt(b) ?? "") ? 1 : -1,
  );
  return newestFirst.slice(0, CLOSED_COUNT);
}
