/** Which events are on, which come next, and which are over. */

import { localDay } from "../dates/days";
import { plannedMoments, spanOf, type Times } from "./times";

/** Whether an event is on now, to come, or past. */
export type When = "on" | "coming" | "past";

interface Timed {
  body: Times;
}

/** Return whether an event is on, still to come (also without a known time), or past. */
export function whenIs(times: Times, now: Date): When {
  const span = spanOf(times);
  if (!span || now.getTime() < span.begin) return "coming";
  if (now.getTime() >= span.end) return "past";
  return isCancelled(times) ? "coming" : "on";
}

/** Check whether an event is cancelled; whoever starts it nevertheless is there. */
export function isCancelled({ cancelled_at, started_at }: Times): boolean {
  return Boolean(cancelled_at) && !started_at;
}

/** Return the events that are on: those started by hand first, then the one that began last. */
export function eventsOn<E extends Timed>(events: E[], now: Date): E[] {
  return events
    .filter(({ body }) => whenIs(body, now) === "on")
    .sort((a, b) => byRelevance(a.body, b.body));
}

/** Return the events to come, the soonest first and those without a time last. */
export function eventsComing<E extends Timed>(events: E[], now: Date): E[] {
  return events
    .filter(({ body }) => whenIs(body, now) === "coming")
    .sort((a, b) => beginOf(a) - beginOf(b));
}

/** Return the past events, the latest first. */
export function eventsPast<E extends Timed>(events: E[], now: Date): E[] {
  return events
    .filter(({ body }) => whenIs(body, now) === "past")
    .sort((a, b) => beginOf(b) - beginOf(a));
}

/** Check whether an event begins on the local day of a moment. */
export function isOnDayOf(times: Times, now: Date): boolean {
  const { starts_at } = plannedMoments(times);
  return starts_at !== null && localDay(new Date(starts_at)) === localDay(now);
}

/** Whoever starts an event by hand decides which of two it is; the latest decision counts. */
function byRelevance(a: Times, b: Times): number {
  if (!a.started_at !== !b.started_at) return a.started_at ? -1 : 1;
  return latestFirst(
    a.started_at ?? plannedMoments(a).starts_at,
    b.started_at ?? plannedMoments(b).starts_at,
  );
}

function latestFirst(a: string | null, b: string | null): number {
  return (b ?? "").localeCompare(a ?? "");
}

function beginOf({ body }: Timed): number {
  return spanOf(body)?.begin ?? Number.POSITIVE_INFINITY;
}
