/** Which events are on, which come next, and which are over. */

import { localDay } from "../dates/days";
import { spanOf, type Times } from "./times";

/** Whether an event is on now, to come, or past. */
export type When = "on" | "coming" | "past";

interface Timed {
  body: Times;
}

/** Return whether an event is on, still to come (also without a known time), or past. */
export function whenIs(times: Times, now: Date): When {
  const span = spanOf(times);
  if (!span || now.getTime() < span.begin) return "coming";
  return now.getTime() < span.end ? "on" : "past";
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
export function isOnDayOf({ starts_at }: Times, now: Date): boolean {
  return starts_at !== null && localDay(new Date(starts_at)) === localDay(now);
}

/** Whoever starts an event by hand decides which of two it is; the latest decision counts. */
function byRelevance(a: Times, b: Times): number {
  if (!a.started_at !== !b.started_at) return a.started_at ? -1 : 1;
  return latestFirst(a.started_at ?? a.starts_at, b.started_at ?? b.starts_at);
}

function latestFirst(a: string | null, b: string | null): number {
  return (b ?? "").localeCompare(a ?? "");
}

function beginOf({ body }: Timed): number {
  return spanOf(body)?.begin ?? Number.POSITIVE_INFINITY;
}
