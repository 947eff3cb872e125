/** Reads the events of an iCalendar (.ics) file, each at its first occurrence. */
import ICAL from "ical.js";
import { limits } from "../../data/kinds.gen";
import { localDay } from "../../domain/dates/days";
import { momentOf } from "../../domain/note_parser/wall_clock";

/** An event of a calendar file, in the fields of our own event record. */
export interface CalendarEvent {
  calendar_uid: string;
  name: string;
  place: string;
  link: string;
  notes: string;
  starts_at: string;
  ends_at: string | null;
  is_cancelled: boolean;
}

/**
 * Read the events of a calendar file (RFC 5545); a repeating event is read once, at its first occurrence.
 * @returns the events that have a time, each calendar id once, the earliest first
 * @throws the library's error where the text is not a calendar
 */
export function readCalendar(text: string): CalendarEvent[] {
  const events = calendarsIn(text).flatMap((calendar) => calendar.getAllSubcomponents("vevent"));
  const seriesFirst = events.sort((a, b) => Number(isException(a)) - Number(isException(b)));
  const byUid = new Map<string, CalendarEvent>();
  for (const event of seriesFirst) {
    const read = toCalendarEvent(event);
    if (read && !byUid.has(read.calendar_uid)) byUid.set(read.calendar_uid, read);
  }
  return [...byUid.values()].sort((a, b) => a.starts_at.localeCompare(b.starts_at));
}

function calendarsIn(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text.replace(/^\uFEFF/, "").trim()) as unknown[];
  const several = Array.isArray(parsed[0]) ? parsed : [parsed];
  return several.map((one) => new ICAL.Component(one as unknown[]));
}

/** A moved occurrence of a series has the same id as the series. */
function isException(event: ICAL.Component): boolean {
  return event.hasProperty("recurrence-id");
}

function toCalendarEvent(event: ICAL.Component): CalendarEvent | undefined {
  const starts_at = momentIn(event, "dtstart");
  if (!starts_at) return undefined;
  const name = textOf(event, "summary");
  const place = textOf(event, "location");
  const long = [name, place].filter((one) => one.length > limits.line);
  return {
    calendar_uid: clipped(textOf(event, "uid") || `${name} ${starts_at}`),
    name: clipped(name),
    place: clipped(place),
    link: linkOf(event),
    notes: [...long, textOf(event, "description")].filter(Boolean).join("\n"),
    starts_at,
    ends_at: momentIn(event, "dtend") ?? endByDuration(event, starts_at),
    is_cancelled: textOf(event, "status").toUpperCase() === "CANCELLED",
  };
}

/** The rules of a time zone that this device knows are more reliable than those in the file. */
function momentIn(event: ICAL.Component, name: string): string | null {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time) || !property) return null;
  const zone = String(property.getParameter("tzid") ?? "");
  const [day = "", clock = "00:00"] = time.toString().split("T");
  if (time.isDate) return new Date(`${day}T00:00`).toISOString();
  if (isKnownZone(zone)) return momentOf(day, clock.slice(0, 5), zone);
  return time.toJSDate().toISOString();
}

function endByDuration(event: ICAL.Component, starts_at: string): string | null {
  const duration = event.getFirstPropertyValue("duration");
  const isAllDay = event.getFirstProperty("dtstart")?.type === "date";
  if (duration instanceof ICAL.Duration)
    return new Date(Date.parse(starts_at) + duration.toSeconds() * 1000).toISOString();
  return isAllDay ? nextMidnight(starts_at) : null;
}

function nextMidnight(starts_at: string): string {
  const midnight = new Date(`${localDay(new Date(starts_at))}T00:00`);
  midnight.setDate(midnight.getDate() + 1);
  return midnight.toISOString();
}

function isKnownZone(zone: string): boolean {
  try {
    return zone !== "" && Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

function linkOf(event: ICAL.Component): string {
  const given = textOf(event, "url") || textOf(event, "location");
  return /^https?:\/\/\S+$/.test(given) && given.length <= limits.line ? given : "";
}

function textOf(event: ICAL.Component, name: string): string {
  return String(event.getFirstPropertyValue(name) ?? "").trim();
}

function clipped(text: string): string {
  return [...text.replace(/\s+/g, " ")].slice(0, limits.line).join("");
}
