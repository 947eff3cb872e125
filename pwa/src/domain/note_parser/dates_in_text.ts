/** Finds the days and times in a line, by the conventions of the card. */

import type { Chrono, ParsedComponents, ParsedResult, Parser } from "chrono-node";
import { casual, GB } from "chrono-node/en";
import { daysAfter, localDay, nextMonday, noonOf } from "../dates/days";
import { blank } from "./contacts";
import { type ParserContext, readAtMost, type Span } from "./parsed_note";
import { wallClock } from "./wall_clock";

/** A day or moment found in a line. */
export interface DateInText extends Span {
  on: string;
  /** `HH:MM` on the wall clock, where the line has a time. */
  time: string | null;
  /** Without a year it is this year's; as a promise it looks forward. */
  has_year: boolean;
  is_past: boolean;
  sure: boolean;
}

type When = Omit<DateInText, "from" | "to" | "is_past">;

const noon = 12;
const sleepEndsAt = 4;
const weekend = 6;
const friday = 5;

const notDays =
  /^(?:now|24\/7|for\b.*|(?:the )?(?:next|last|this) (?:year|quarter)|in \w+ years?)$|\byears?$/i;
const spoiledBefore = /\b(?:since|every|each|black|good|for|of the|ash)\s+(?:the\s+)?$/i;
const spoiledAfter = /^(?:['’]s\b|s\b|[-\p{L}])/u;
const shortDay = /^(?:mon|tue|wed|thu|fri|sat|sun)$/;
const leads =
  /\b(?:on|by|next|this|before|until|till|in|end of|early|mid|late|during|after|from)\s+$/i;

/** What a word before a day says of it stands within so many characters. */
const LEAD_WITHIN = 40;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** With the day first, chrono reads "May 14" as a month of 2014; nobody writes a note like that. */
const monthThenDay: Parser = {
  pattern: () =>
    new RegExp(`\\b(${months.join("|")})[a-z]*\\.? (\\d{2})\\b(?![:.,/]?\\d|, \\d{4})`, "i"),
  extract: (_, { 1: month = "", 2: day }) =>
    Number(day) <= 31 ? { month: months.indexOf(month.toLowerCase()) + 1, day: Number(day) } : null,
};
const dayFirst = GB.clone();
dayFirst.parsers.unshift(monthThenDay);

/** Find the days in a line, in their order; ambiguous ones are marked as not sure. */
export function findDates(line: string, { now, zone, language }: ParserContext): DateInText[] {
  const wall = wallClock(now, zone);
  const short = line.slice(0, readAtMost);
  const own = ownPhrases(short, wall);
  const left = blank(short, own);
  const parsed = chronoFor(language)
    .parse(left, wall)
    .filter((result) => isMeant(result, left))
    .flatMap((result) => said(result, wall) ?? []);
  return [...own, ...parsed].sort((one, other) => one.from - other.from);
}

/** Return the date parser for a language, which decides whether 3/4 is in April or March. */
export function chronoFor(language: string): Chrono {
  return isMonthFirst(language) ? casual : dayFirst;
}

function isMonthFirst(language: string): boolean {
  const parts = new Intl.DateTimeFormat(language, { day: "numeric", month: "numeric" });
  const order = parts.formatToParts(noonOf("2026-12-31")).map(({ type }) => type);
  return order.indexOf("month") < order.indexOf("day");
}

/** Phrases that chrono does not know, and how to read them. */
const phrases: [RegExp, (wall: Date, number: number) => { on: string; sure: boolean }][] = [
  [
    /\b(?:the )?day after tomorrow\b/gi,
    (wall) => ({ on: daysAfter(tomorrow(wall), 1), sure: true }),
  ],
  [
    /\b(?:the )?end of (?:the |this )?week\b|\bEOW\b/gi,
    (wall) => ({ on: weekdayFrom(localDay(wall), friday), sure: false }),
  ],
  [/\b(?:the )?end of (?:the )?day\b|\bEOD\b/gi, (wall) => ({ on: localDay(wall), sure: true })],
  [
    /\bnext weekend\b/gi,
    (wall) => ({ on: daysAfter(nextMonday(localDay(wall)), weekend - 1), sure: true }),
  ],
  [
    /(?<=\b(?:on|by|before|until|till) )the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|floor|time))/gi,
    (wall, number) => ({ on: nextWithDate(localDay(wall), number), sure: true }),
  ],
];

function ownPhrases(line: string, wall: Date): DateInText[] {
  return phrases.flatMap(([pattern, read]) =>
    [...line.matchAll(pattern)].map((match) => ({
      ...read(wall, Number(match[1])),
      from: match.index,
      to: match.index + match[0].length,
      time: null,
      has_year: true,
      is_past: false,
    })),
  );
}

function isMeant({ text, index, start }: ParsedResult, line: string): boolean {
  const before = line.slice(Math.max(0, index - LEAD_WITHIN), index);
  if (notDays.test(text) || spoiledBefore.test(before)) return false;
  if (spoiledAfter.test(line.slice(index + text.length).slice(0, LEAD_WITHIN))) return false;
  if (shortDay.test(text)) return leads.test(before);
  const isMonthAlone = start.isCertain("month") && !start.isCertain("day") && !/\s/.test(text);
  return !isMonthAlone || (leads.test(before) && /^\p{Lu}/u.test(text));
}

function said({ text, index, start, end }: ParsedResult, wall: Date): DateInText | null {
  const when = dayOf(start, text.toLowerCase(), wall);
  if (!when) return null;
  const today = localDay(wall);
  return {
    ...when,
    sure: when.sure && end == null,
    from: index,
    to: index + text.length,
    is_past: /\b(?:ago|last|past|yesterday)\b/i.test(text) || (when.has_year && when.on < today),
  };
}

function dayOf(start: ParsedComponents, text: string, wall: Date): When | null {
  const time = timeOf(start);
  const sure = !/\b(?:few|couple|around|about)\b/.test(text);
  const plain = (on: string) => ({ on, time, sure, has_year: true });
  if (start.isCertain("weekday") && !start.isCertain("day"))
    return plain(weekdaySaid(start, text, wall));
  if (/\bnext week\b/.test(text)) return plain(nextMonday(localDay(wall)));
  if (/\btomorrow\b/.test(text)) return plain(tomorrow(wall));
  if (start.isCertain("day") || /^(?:with)?in\b/.test(text)) {
    const has_year = start.isCertain("year");
    const year = has_year ? start.get("year") : wall.getFullYear();
    return { on: written(year, start.get("month"), start.get("day")), time, has_year, sure };
  }
  if (start.isCertain("month")) return monthSaid(start, wall);
  return time && /\d\s*[ap]\.?m|:\d\d|noon|midnight/.test(text) ? timeSaid(time, wall) : null;
}

function timeOf(start: ParsedComponents): string | null {
  if (!start.isCertain("hour")) return null;
  return [start.get("hour"), start.get("minute")]
    .map((n) => `${n ?? 0}`.padStart(2, "0"))
    .join(":");
}

function weekdaySaid(start: ParsedComponents, text: string, wall: Date): string {
  const weekday = start.get("weekday") ?? 0;
  const today = localDay(wall);
  if (/\b(?:last|past)\b/.test(text)) return daysAfter(weekdayFrom(today, weekday), -7);
  if (/\bnext\b/.test(text)) return weekdayFrom(nextMonday(today), weekday);
  if (/\bweekend\b/.test(text)) return wall.getDay() === 0 ? today : weekdayFrom(today, weekend);
  const isOver = wall.getDay() === weekday && wall.getHours() >= noon;
  return isOver ? daysAfter(today, 7) : weekdayFrom(today, weekday);
}

function weekdayFrom(day: string, weekday: number): string {
  return daysAfter(day, (weekday - noonOf(day).getDay() + 7) % 7);
}

/** Before sleep, "tomorrow" is the day that the calendar already shows. */
function tomorrow(wall: Date): string {
  return daysAfter(localDay(wall), wall.getHours() < sleepEndsAt ? 0 : 1);
}

function nextWithDate(today: string, date: number): string {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  return localDay(new Date(year, month - 1 + Number(date < day), date, noon));
}

/** A month alone means its first day, or its last day if the month has already begun. */
function monthSaid(start: ParsedComponents, wall: Date): When {
  const [month, has_year] = [start.get("month") ?? 1, start.isCertain("year")];
  const year = has_year ? (start.get("year") ?? 0) : wall.getFullYear();
  const isRunning = month === wall.getMonth() + 1 && year === wall.getFullYear();
  const on = isRunning ? localDay(new Date(year, month, 0, noon)) : written(year, month, 1);
  return { on, time: null, has_year, sure: false };
}

function timeSaid(time: string, wall: Date): When {
  const now = `${wall.getHours()}`.padStart(2, "0") + wall.toTimeString().slice(2, 5);
  const on = daysAfter(localDay(wall), Number(time <= now));
  return { on, time, has_year: true, sure: true };
}

function written(year: number | null, month: number | null, day: number | null): string {
  return localDay(new Date(year ?? 0, (month ?? 1) - 1, day ?? 1, noon));
}
