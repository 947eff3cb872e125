/** Days and moments in words: near ones by name, far ones by date. */

import { daysBetween, localDay, noonOf } from "./days";

const english = navigator.languages?.find((language) => language.startsWith("en")) ?? "en-GB";
const weekday = new Intl.DateTimeFormat(english, { weekday: "long" });
const dateOfThisYear = new Intl.DateTimeFormat(english, { day: "numeric", month: "long" });
const dateOfAnyYear = new Intl.DateTimeFormat(english, { dateStyle: "long" });
const timeOfDay = new Intl.DateTimeFormat(english, { timeStyle: "short" });
const wholeMoment = new Intl.DateTimeFormat(english, { dateStyle: "full", timeStyle: "short" });

/** Clocks of two devices may differ by less than this without a moment counting as in the future. */
const CLOCK_SKEW_MINUTES = 5;

/** Return a local day in words, seen from today: "today", "Friday", "last Friday", "3 May". */
export function dayText(day: string, today: string): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return "today";
  if (distance === 1) return "tomorrow";
  if (distance === -1) return "yesterday";
  if (distance > 1 && distance < 7) return weekday.format(noonOf(day));
  if (distance < 0 && distance > -7) return `last ${weekday.format(noonOf(day))}`;
  return day.slice(0, 4) === today.slice(0, 4)
    ? dateOfThisYear.format(noonOf(day))
    : dateOfAnyYear.format(noonOf(day));
}

/** Return a day of every year in words: "3 May". */
export function yearlyDayText(day: string): string {
  return dateOfThisYear.format(noonOf(day));
}

/** Return a past moment in words: "just now", "5 min ago", "today, 14:05", "Friday, 14:05", "3 May". */
export function momentText(at: string, now: Date): string {
  const moment = new Date(at);
  const minutes = Math.floor((now.getTime() - moment.getTime()) / 60_000);
  if (minutes > -CLOCK_SKEW_MINUTES && minutes < 1) return "just now";
  if (minutes > 0 && minutes < 60) return `${minutes} min ago`;
  const [day, today] = [localDay(moment), localDay(now)];
  const distance = daysBetween(today, day);
  if (Math.abs(distance) >= 7) return dayText(day, today);
  const dayInWords = distance < -1 ? weekday.format(noonOf(day)) : dayText(day, today);
  return `${dayInWords}, ${timeOfDay.format(moment)}`;
}

/** Return the time of day of a moment: "19:00". */
export function timeText(moment: Date): string {
  return timeOfDay.format(moment);
}

/** Return a moment in full, with weekday, year and time. */
export function exactMomentText(at: string): string {
  return wholeMoment.format(new Date(at));
}
