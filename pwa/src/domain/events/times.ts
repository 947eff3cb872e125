/** When an event is on: as it was planned, or as it was started and ended by hand. */

import { dayText, timeText } from "../dates/date_words";
import { daysAfter, localDay } from "../dates/days";

/** The times of an event, as its record has them. */
export interface Times {
  starts_at: string | null;
  ends_at: string | null;
  started_at: string | null;
  ended_at: string | null;
  /** The days of an event of whole days. */
  starts_on?: string | null;
  ends_on?: string | null;
  cancelled_at?: string | null;
}

/** When an event is planned to be: by its moments, or by its days. */
export type PlannedTimes = Pick<Times, "starts_at" | "ends_at" | "starts_on" | "ends_on">;

/** Two moments in milliseconds; the end is exclusive. */
export interface TimeSpan {
  begin: number;
  end: number;
}

/** The length of an event without a known end (J); only the half-time depends on it. */
const USUAL_HOURS = 3;

const HOUR = 3_600_000;

/** Up to this time the night belongs to the day before (J). */
const NIGHT = 4 * HOUR;

/**
 * Return the time in which an event is on; nothing without a time or a start by hand.
 * Once started by hand it is on until it is ended by hand, or until the night is over.
 * Without an end it lasts until the night after its day.
 */
export function spanOf(times: Times): TimeSpan | undefined {
  const { starts_at, ends_at } = plannedMoments(times);
  const begun = times.started_at ?? starts_at;
  if (!begun) return undefined;
  const begin = Date.parse(begun);
  const ended = times.ended_at ? Date.parse(times.ended_at) : Number.NaN;
  if (ended >= begin) return { begin, end: ended };
  const planned = ends_at ? Date.parse(ends_at) : begin;
  if (times.started_at) return { begin, end: Math.max(planned, nightAfter(begin - NIGHT)) };
  return { begin, end: planned > begin ? planned : nightAfter(begin) };
}

/** Return the middle of an event, with the usual length where no end is known. */
export function middleOf(times: Times): number | undefined {
  const span = spanOf(times);
  if (!span) return undefined;
  const { ends_at } = plannedMoments(times);
  const planned = ends_at ? Date.parse(ends_at) : 0;
  const end = planned > span.begin ? planned : span.begin + USUAL_HOURS * HOUR;
  return (span.begin + Math.min(end, span.end)) / 2;
}

/** Return the planned begin and end; whole days last from midnight to midnight wherever this device is. */
export function plannedMoments(times: PlannedTimes): Pick<Times, "starts_at" | "ends_at"> {
  const { starts_on, ends_on, starts_at, ends_at } = times;
  if (!starts_on) return { starts_at, ends_at };
  const last = ends_on && ends_on >= starts_on ? ends_on : starts_on;
  return { starts_at: midnightOf(starts_on), ends_at: midnightOf(daysAfter(last, 1)) };
}

function midnightOf(day: string): string {
  return new Date(`${day}T00:00`).toISOString();
}

function nightAfter(moment: number): number {
  return new Date(`${daysAfter(localDay(new Date(moment)), 1)}T00:00`).getTime() + NIGHT;
}

/**
 * Return when an event is: "today, 19:00–22:00", "3 May, 9:00 – 5 May, 17:00" or "3 May – 5 May, all day"; empty without
 * a start.
 */
export function eventTimesText(times: PlannedTimes, now: Date): string {
  const { starts_at, ends_at } = times;
  if (times.starts_on) return allDayText(times.starts_on, times.ends_on, localDay(now));
  if (!starts_at) return "";
  const [begin, end] = [new Date(starts_at), ends_at ? new Date(ends_at) : undefined];
  const today = localDay(now);
  const first = `${dayText(localDay(begin), today)}, ${timeText(begin)}`;
  if (!end || end <= begin) return first;
  const isOneDay = localDay(end) === localDay(begin);
  if (isOneDay) return `${first}–${timeText(end)}`;
  return `${first} – ${dayText(localDay(end), today)}, ${timeText(end)}`;
}

function allDayText(first: string, last: string | null | undefined, today: string): string {
  const days = last && last > first ? [first, last] : [first];
  return `${days.map((day) => dayText(day, today)).join(" – ")}, all day`;
}
