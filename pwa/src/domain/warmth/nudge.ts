/** When the next nudge about a person is due, and why: the first weeks' plan, then the rhythm. */

import { type Deed, isContact, weighDeed } from "./deeds";
import { DAY_MS, daysAfter, localDay, read } from "./moments";
import { awaitedSince, rhythmDays } from "./rhythm";
import type { Tie } from "./tie";

export type Why = "plan_1" | "plan_8" | "plan_30" | "rhythm";

/** The suggestion to get in touch, from this local day on. */
export interface Nudge {
  due_on: string;
  why: Why;
}

/** Judgements, to be recalibrated together. */
const plan: [Why, number][] = [
  ["plan_1", 1],
  ["plan_8", 8],
  ["plan_30", 30],
];
const contactCoversDays = 3;
const messageQuietsRhythms = 0.5;

/** Give the nudge that is open today, else the one that comes next; none for who was let go. */
export function nextNudge(tie: Tie, now: number): Nudge | null {
  const nudges = comingNudges(tie, now);
  const today = localDay(now, tie.zone);
  return nudges.findLast(({ due_on }) => due_on <= today) ?? nudges[0] ?? null;
}

/** Give the nudges that come if nothing happens, by day; each takes the place of the last. */
export function comingNudges(tie: Tie, now: number): Nudge[] {
  if (tie.let_go_at || tie.is_me) return [];
  const deeds = weighDeed(tie, now);
  const standing = tie.plan_ended_at ? [] : standingPlan(tie, deeds, now);
  return putOff([...standing, ...rhythmNudge(tie, deeds, { now, standing })], tie.put_off_to);
}

/** The days of the plan that still stand, counted from the first word of theirs. */
function standingPlan(tie: Tie, deeds: Deed[], now: number): Nudge[] {
  const first = deeds.findIndex((deed) => isContact(deed) && deed.what !== "mine");
  const heard = deeds[first];
  if (!heard) return [];
  const began = localDay(heard.at, tie.zone);
  const taken = lastTaken(deeds.slice(first + 1).filter(isContact), tie, { now, began });
  return plan
    .map(([why, days]) => ({ due_on: daysAfter(began, days), why }))
    .filter(({ due_on }) => due_on > taken);
}

/**
 * The last day of the plan whose place something took: contact (of the first day only a message,
 * which is the thanks), the user's "let pass", and that the person was added later.
 */
function lastTaken(further: Deed[], tie: Tie, { now, began }: { now: number; began: string }) {
  const covering = further.findLast(
    ({ at, what }) => what === "mine" || localDay(at, tie.zone) > began,
  );
  const passed = read(tie.passed_at, now);
  const added = read(tie.added_at, now);
  const taken = [
    covering ? daysAfter(localDay(covering.at, tie.zone), contactCoversDays) : "",
    passed === null ? "" : localDay(passed, tie.zone),
    added === null ? "" : daysAfter(localDay(added, tie.zone), -1),
  ];
  return taken.sort().at(-1) ?? "";
}

/** The nudge of the day on which one rhythm has passed, later where something quiets it. */
function rhythmNudge(
  tie: Tie,
  deeds: Deed[],
  { now, standing }: { now: number; standing: Nudge[] },
): Nudge[] {
  const since = awaitedSince(tie, deeds, now);
  if (since === null) return [];
  const days = rhythmDays(tie, deeds);
  const mine = deeds.findLast(({ what }) => what === "mine");
  const quietTo = mine ? mine.at + days * messageQuietsRhythms * DAY_MS : since;
  const dayOf = (at: number) => localDay(Math.floor(at), tie.zone);
  const usual = dayOf(Math.max(since + days * DAY_MS, quietTo));
  const passed = read(tie.passed_at, now);
  const due_on = passed !== null && usual <= dayOf(passed) ? dayOf(passed + days * DAY_MS) : usual;
  const last = standing.at(-1);
  const afterPlan = last ? daysAfter(last.due_on, Math.floor(days + 0.5)) : "";
  return [{ due_on: due_on > afterPlan ? due_on : afterPlan, why: "rhythm" }];
}

/** Lets the nudges up to the day that the user chose come on that day, as one. */
function putOff(nudges: Nudge[], day: string | null): Nudge[] {
  const before = nudges.filter(({ due_on }) => day && due_on <= day);
  const last = before.at(-1);
  if (!last || !day) return nudges;
  return [{ due_on: day, why: last.why }, ...nudges.slice(before.length)];
}
