/** When the next nudge about a person is due, and why: the first weeks' plan, then the rhythm. */

import { type Interaction, interactionsOf, isContact } from "./interactions";
import { addDays, DAY_MS, dayInZone, readMoment } from "./moments";
import { awaitedSince, rhythmDays } from "./rhythm";
import type { Tie } from "./tie";

/** Why a nudge is due: a day of the first weeks' plan, or the rhythm. */
export type NudgeReason = "plan_1" | "plan_8" | "plan_30" | "rhythm";

/** The suggestion to get in touch, from this local day on. */
export interface Nudge {
  due_on: string;
  why: NudgeReason;
}

/** Judgements, to be recalibrated together. */
const plan: [NudgeReason, number][] = [
  ["plan_1", 1],
  ["plan_8", 8],
  ["plan_30", 30],
];
const contactCoversDays = 3;
const messageQuietsRhythms = 0.5;

/** Return the nudge that is open today, else the next one; none for people without nudges. */
export function nextNudge(tie: Tie, now: number): Nudge | null {
  const nudges = comingNudges(tie, now);
  const today = dayInZone(now, tie.zone);
  return nudges.findLast(({ due_on }) => due_on <= today) ?? nudges[0] ?? null;
}

/** Return the nudges that come if nothing happens, by day; each replaces the one before. */
export function comingNudges(tie: Tie, now: number): Nudge[] {
  if (tie.let_go_at || tie.is_me) return [];
  const interactions = interactionsOf(tie, now);
  const planned = tie.plan_ended_at ? [] : remainingPlan(tie, interactions, now);
  return putOff([...planned, ...rhythmNudge(tie, interactions, { now, planned })], tie.put_off_to);
}

/** The remaining days of the plan, counted from their first contact with the user. */
function remainingPlan(tie: Tie, interactions: Interaction[], now: number): Nudge[] {
  const first = interactions.findIndex((one) => isContact(one) && one.kind !== "mine");
  const contact = interactions[first];
  if (!contact) return [];
  const began = dayInZone(contact.at, tie.zone);
  const covered = lastCovered(interactions.slice(first + 1).filter(isContact), tie, { now, began });
  return plan
    .map(([why, days]) => ({ due_on: addDays(began, days), why }))
    .filter(({ due_on }) => due_on > covered);
}

/**
 * The last day of the plan that something covers: contact (on the first day only a message, which
 * is the thanks), the user's "skip this time", or that the person was added later.
 */
function lastCovered(
  further: Interaction[],
  tie: Tie,
  { now, began }: { now: number; began: string },
) {
  const covering = further.findLast(
    ({ at, kind }) => kind === "mine" || dayInZone(at, tie.zone) > began,
  );
  const passed = readMoment(tie.passed_at, now);
  const added = readMoment(tie.added_at, now);
  const days = [
    covering ? addDays(dayInZone(covering.at, tie.zone), contactCoversDays) : "",
    passed === null ? "" : dayInZone(passed, tie.zone),
    added === null ? "" : addDays(dayInZone(added, tie.zone), -1),
  ];
  return days.sort().at(-1) ?? "";
}

/** The nudge on the day after one rhythm, or later while a message waits for its answer. */
function rhythmNudge(
  tie: Tie,
  interactions: Interaction[],
  { now, planned }: { now: number; planned: Nudge[] },
): Nudge[] {
  const since = awaitedSince(tie, interactions, now);
  if (since === null) return [];
  const days = rhythmDays(tie, interactions);
  const mine = interactions.findLast(({ kind }) => kind === "mine");
  const quietTo = mine ? mine.at + days * messageQuietsRhythms * DAY_MS : since;
  const dayOf = (at: number) => dayInZone(Math.floor(at), tie.zone);
  const usual = dayOf(Math.max(since + days * DAY_MS, quietTo));
  const passed = readMoment(tie.passed_at, now);
  const due_on = passed !== null && usual <= dayOf(passed) ? dayOf(passed + days * DAY_MS) : usual;
  const last = planned.at(-1);
  const afterPlan = last ? addDays(last.due_on, Math.floor(days + 0.5)) : "";
  return [{ due_on: due_on > afterPlan ? due_on : afterPlan, why: "rhythm" }];
}

/** Merges the nudges up to the day that the user chose into one on that day. */
function putOff(nudges: Nudge[], day: string | null): Nudge[] {
  const before = nudges.filter(({ due_on }) => day && due_on <= day);
  const last = before.at(-1);
  if (!last || !day) return nudges;
  return [{ due_on: day, why: last.why }, ...nudges.slice(before.length)];
}
