/** Reads the days, times and durations of a calendar file, and turns them into moments. */
import ICAL from "ical.js";
import { daysAfter } from "../../domain/dates/days";
import { zoneNamed } from "../../domain/dates/named_zone";
import { momentOf } from "../../domain/note_parser/wall_clock";
import type { IcsCalendar, IcsProperty } from "./ics_lines";

/** What a clock shows somewhere; a whole day has no time. */
export interface WallTime {
  day: string;
  /** As `HH:MM:SS`; null for a whole day. */
  time: string | null;
  zone: WallZone;
}

/** A zone by its IANA name, as the file defines it, or the one of this device. */
export type WallZone = string | ICAL.Timezone | null;

/** A length: days count by the calendar, seconds by the clock. */
export interface Length {
  days: number;
  seconds: number;
}

const TIME =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/** Return a reader of the zones that a calendar names and defines. */
export function zonesOf(calendar: IcsCalendar): (name: string) => WallZone {
  const defined = new Map<string, WallZone>();
  for (const text of calendar.zones) {
    const [id, zone] = definedZone(text) ?? [];
    if (id && zone) defined.set(id, zone);
  }
  const usual = zoneNamed(calendar.zone) ?? null;
  return (name) => (name && (zoneNamed(name) ?? defined.get(name))) || usual;
}

/** Read all times of a property; those that are none are left out. */
export function wallTimes(
  { params, value }: IcsProperty,
  zoneOf: (name: string) => WallZone,
): WallTime[] {
  const [, quoted, bare = ""] = /;TZID=(?:"([^"]*)"|([^;]*))/i.exec(params) ?? [];
  const zone = zoneOf((quoted ?? bare).trim());
  const isDay = /;VALUE="?DATE"?(?:;|$)/i.test(params);
  return value
    .split(",")
    .map((one) => wallTime(one.split("/")[0]?.trim() ?? "", isDay, zone))
    .filter((one) => one !== undefined);
}

/** Return the moment at which a clock there shows a time, in UTC; a whole day begins at midnight here. */
export function momentAt({ day, time, zone }: WallTime): string {
  if (time === null || zone === null) return new Date(`${day}T${time ?? "00:00"}`).toISOString();
  if (typeof zone !== "string") {
    const [year, month, date, hour, minute, second] = `${day}-${time.replaceAll(":", "-")}`
      .split("-")
      .map(Number);
    return new ICAL.Time({ year, month, day: date, hour, minute, second }, zone)
      .toJSDate()
      .toISOString();
  }
  return new Date(momentOf(day, time.slice(0, 5), zone)).toISOString();
}

/** Return the moment a length after a time; a day lasts as long as the clocks there say. */
export function momentAfter(start: WallTime, { days, seconds }: Length): string {
  const begin = Date.parse(momentAt({ ...start, day: daysAfter(start.day, days) }));
  return new Date(begin + seconds * 1000).toISOString();
}

/** Read a duration such as `PT2H` or `P1D`. */
export function lengthOf(value: string): Length | undefined {
  const [, sign = "", weeks, days, hours, minutes, seconds] =
    /^([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/i.exec(
      value.trim(),
    ) ?? [];
  if (sign === "-" || ![weeks, days, hours, minutes, seconds].some(Boolean)) return undefined;
  const clock = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return { days: Number(weeks ?? 0) * 7 + Number(days ?? 0), seconds: clock };
}

function wallTime(text: string, isDay: boolean, zone: WallZone): WallTime | undefined {
  const [, year, month, date, hour, minute, second = "00", offset = ""] = TIME.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  if (!year || daysAfter(day, 0) !== day) return undefined;
  if (isDay || hour === undefined) return { day, time: null, zone: null };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const time = `${hour}:${minute}:${second === "60" ? "59" : second}`;
  if (!offset || /^z$/i.test(offset)) return { day, time, zone: offset ? "UTC" : zone };
  const [utcDay = "", utcTime = ""] = new Date(`${day}T${time}${withColon(offset)}`)
    .toISOString()
    .split("T");
  return { day: utcDay, time: utcTime.slice(0, 8), zone: "UTC" };
}

function withColon(offset: string): string {
  return `${offset.slice(0, 3)}:${offset.slice(-2)}`;
}

function definedZone(text: string): [string, WallZone] | undefined {
  try {
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const place = zoneNamed(String(component.getFirstPropertyValue("x-lic-location") ?? ""));
    const zone = new ICAL.Timezone(component);
    return [zone.tzid, place ?? zone];
  } catch {
    return undefined;
  }
}
