/** Which events are on, which come next, and which are over. */

import { localDay } from "../dates/days";
import { spanOf, type Times } from "./times";

export type When = "on" | "coming" | "past";

interface Timed {
  body: Times;
}

/** Say whether an event is on, still to come (also when nobody knows when), or past. */
export function whenIs(times: Times, now: Date): When {
  const span = spanOf(times);
  if (!span || now.getTime() < span.begin) return "coming";
  return now.getTime() < span.end ? "on" : "past";
}

/** Give the events that are on: started by hand before others, then the one that began last. */
export function eventsOn<E extends Timed>(events: E[], now: Date): E[] {
  return events
    .filter(({ body }) => whenIs(body, now) === "on")
    .sort((a, b) => rank(b.body).localeCompare(rank(a.body)));
}

/** Give the events to come, the soonest first and those without a time last. */
export function eventsComing<E extends Timed>(events: E[], now: Date): E[] {
  return events
    .filter(({ body }) => whenIs(body, now) === "coming")
    .sort((a, b) => beginOf(a) - beginOf(b));
}

/** Give the events that are over, the latest first. */
export function eventsPast<E extends Timed>(events: E[], now: Date): E[] {
  return events
    .filter(({ body }) => whenIs(body, now) === "past")
    .sort((a, b) => beginOf(b) - beginOf(a));
}

/** Say whether an event begins on the local day of a moment. */
export function isOnDayOf({ starts_at }: Times, now: Date): boolean {
  return starts_at !== null && localDay(new Date(starts_at)) === localDay(now);
}

/** Who started an event by hand said which of two it is; the one said last counts. */
function rank({ started_at, starts_at }: Times): string {
  return started_at ? `started ${started_at}` : `planned ${starts_at}`;
}

function beginOf({ body }: Timed): number {
  return spanOf(body)?.begin ?? Number.POSITIVE_INFINITY;
}
