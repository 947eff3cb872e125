/** Reads the events of an iCalendar (.ics) file: of a series the occurrence that comes next. */
import { limits } from "../../data/kinds.gen";
import { daysAfter, daysBetween } from "../../domain/dates/days";
import { type IcsCalendar, type IcsProperty, splitCalendars } from "./ics_lines";
import { linkAndPlace, textOf } from "./ics_place";
import { nextOccurrence } from "./ics_series";
import {
  type Length,
  lengthOf,
  momentAfter,
  momentAt,
  type WallTime,
  type WallZone,
  wallTimes,
  zonesOf,
} from "./ics_time";

/** An event of a calendar file, in the fields of our own event record. */
export interface CalendarEvent {
  calendar_uid: string;
  name: string;
  /** The name of the series, for an event that repeats. */
  series: string;
  place: string;
  link: string;
  notes: string;
  starts_at: string;
  ends_at: string | null;
  /** The first and the last day of an event that lasts whole days, wherever one is. */
  starts_on: string | null;
  ends_on: string | null;
  is_cancelled: boolean;
}

/** What a calendar file holds, and how much of it could not be read. */
export interface CalendarContent {
  events: CalendarEvent[];
  entryCount: number;
  lostCount: number;
  isCutOff: boolean;
}

/** An entry of the file: a single event, a series, or one changed occurrence of a series. */
interface Entry {
  uid: string;
  properties: IcsProperty[];
  start: WallTime;
  zoneOf: (name: string) => WallZone;
  /** Which occurrence it is, by its moment; empty for the event or series itself. */
  occurrence: string;
  isCancelled: boolean;
  /** Orders the versions of an entry. */
  version: string;
}

/**
 * Read the events of a calendar file (RFC 5545), as far as each is sound.
 * @returns the events that have a time, each calendar id once, the earliest first
 * @throws where the text has neither a calendar nor an event in it
 */
export function readCalendar(text: string, now: Date): CalendarContent {
  const { calendars, brokenOffCount, isCutOff } = splitCalendars(text);
  const found = calendars.flatMap(entriesOf);
  const entries = found.filter((entry) => entry !== undefined);
  const byUid = Map.groupBy(newestOf(entries), ({ uid }) => uid);
  const events = [...byUid.values()].flatMap((some) => eventsOf(some, now));
  return {
    events: events.sort((a, b) => a.starts_at.localeCompare(b.starts_at)),
    entryCount: found.length + brokenOffCount,
    lostCount: found.length - entries.length + brokenOffCount,
    isCutOff,
  };
}

function entriesOf(calendar: IcsCalendar): (Entry | undefined)[] {
  const zoneOf = zonesOf(calendar);
  return calendar.events.map((properties) => {
    const [start] = timesIn(properties, "DTSTART", zoneOf);
    if (!start) return undefined;
    const [occurrence] = timesIn(properties, "RECURRENCE-ID", zoneOf);
    const status = textOf(properties, "STATUS").toUpperCase();
    const sequence = textOf(properties, "SEQUENCE").padStart(9, "0");
    return {
      uid: textOf(properties, "UID") || `${textOf(properties, "SUMMARY")} ${momentAt(start)}`,
      properties,
      start,
      zoneOf,
      occurrence: occurrence ? momentAt(occurrence) : "",
      isCancelled: calendar.isCancelling || /^CANCELL?ED$/.test(status),
      version: `${sequence} ${textOf(properties, "DTSTAMP")}`,
    };
  });
}

/** Of several versions of an entry the newest counts; of two alike the one further down. */
function newestOf(entries: Entry[]): Entry[] {
  const newest = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.uid}\n${entry.occurrence}`;
    if ((newest.get(key)?.version ?? "") <= entry.version) newest.set(key, entry);
  }
  return [...newest.values()];
}

/** Return the event of one calendar id: of a series the next occurrence, and those to come that are cancelled. */
function eventsOf(entries: Entry[], now: Date): CalendarEvent[] {
  const main = entries.find(({ occurrence }) => occurrence === "");
  const changed = entries.filter((entry) => entry !== main);
  if (!main) return changed.map((entry) => toEvent(entry, entry.start, entry.occurrence));
  if (!repeats(main) || main.isCancelled) return [toEvent(main, main.start, "")];
  const start = nextStart(main, changed, now);
  const moved = changed.find(({ occurrence }) => occurrence === momentAt(start));
  const next = toEvent(moved ?? main, moved?.start ?? start, idOf(main, start));
  const cancelled = changed.filter((one) => one.isCancelled && one.occurrence >= now.toISOString());
  const series = clipped(textOf(main.properties, "SUMMARY"));
  return [next, ...cancelled.map((one) => toEvent(one, one.start, one.occurrence))].map(
    (event) => ({ ...event, series }),
  );
}

function repeats({ properties }: Entry): boolean {
  return properties.some(({ name }) => name === "RRULE" || name === "RDATE");
}

/** The first occurrence has the id of the series, as it had before occurrences were told apart. */
function idOf({ start }: Entry, occurrence: WallTime): string {
  const moment = momentAt(occurrence);
  return moment === momentAt(start) ? "" : moment;
}

function nextStart(main: Entry, changed: Entry[], now: Date): WallTime {
  const { properties, start, zoneOf } = main;
  const removed = new Set([
    ...timesIn(properties, "EXDATE", zoneOf).map(momentAt),
    ...changed.filter(({ isCancelled }) => isCancelled).map(({ occurrence }) => occurrence),
  ]);
  const lengthMs =
    Date.parse(endOf(main, start).ends_at ?? momentAt(start)) - Date.parse(momentAt(start));
  const next = nextOccurrence(
    {
      start,
      rules: properties.filter(({ name }) => name === "RRULE"),
      added: timesIn(properties, "RDATE", zoneOf),
      takesPlace: (moment) => !removed.has(moment),
    },
    new Date(now.getTime() - lengthMs).toISOString(),
  );
  return next ?? start;
}

/** @param occurrence - which one of a series, by its moment; empty for the series' own id */
function toEvent(entry: Entry, start: WallTime, occurrence: string): CalendarEvent {
  const { properties, uid } = entry;
  const name = textOf(properties, "SUMMARY");
  const { link, place, notes } = linkAndPlace(properties);
  const long = [name, place].filter((one) => one.length > limits.line);
  const id = clipped(uid, limits.line - (occurrence ? occurrence.length + 1 : 0));
  return {
    calendar_uid: occurrence ? `${id} ${occurrence}` : id,
    name: clipped(name),
    series: "",
    place: clipped(place),
    link,
    notes: [...long, notes].filter(Boolean).join("\n"),
    starts_at: momentAt(start),
    ...endOf(entry, start),
    starts_on: start.time === null ? start.day : null,
    is_cancelled: entry.isCancelled,
  };
}

/** The end of an occurrence that begins at this time. */
function endOf(entry: Entry, start: WallTime): Pick<CalendarEvent, "ends_at" | "ends_on"> {
  const length = ownLength(entry);
  if (start.time === null) {
    const days = Math.max(1, (length?.days ?? 1) + Math.ceil((length?.seconds ?? 0) / 86_400));
    return {
      ends_on: daysAfter(start.day, days - 1),
      ends_at: momentAt({ ...start, day: daysAfter(start.day, days) }),
    };
  }
  const ends_at = length && momentAfter(start, length);
  return { ends_on: null, ends_at: ends_at && ends_at > momentAt(start) ? ends_at : null };
}

function ownLength({ properties, start, zoneOf }: Entry): Length | undefined {
  const [end] = timesIn(properties, "DTEND", zoneOf);
  if (!end) return lengthOf(textOf(properties, "DURATION"));
  if (start.time === null) return { days: daysBetween(start.day, end.day), seconds: 0 };
  const milliseconds = Date.parse(momentAt(end)) - Date.parse(momentAt(start));
  return { days: 0, seconds: milliseconds / 1000 };
}

function timesIn(
  properties: IcsProperty[],
  wanted: string,
  zoneOf: (name: string) => WallZone,
): WallTime[] {
  return properties
    .filter(({ name }) => name === wanted)
    .flatMap((property) => wallTimes(property, zoneOf));
}

function clipped(text: string, length = limits.line): string {
  return [...text.replace(/\s+/g, " ")].slice(0, length).join("");
}
