/** Reads a pasted or shared invitation into the fields of an event; imported on demand, as it loads chrono-node. */

import type { ParsedComponents, ParsedResult } from "chrono-node";
import { type EventRecord, limits } from "../../data/kinds.gen";
import { localDay } from "../../domain/dates/days";
import { findContacts } from "../../domain/note_parser/contacts";
import { chronoFor } from "../../domain/note_parser/dates_in_text";
import { momentOf, wallClock } from "../../domain/note_parser/wall_clock";

export type Invitation = Pick<
  EventRecord,
  "name" | "place" | "link" | "starts_at" | "ends_at" | "notes"
>;

export interface InvitationContext {
  now: Date;
  zone: string;
  language: string;
}

const labelled = {
  name: /^[^\w\n\r\u2028\u2029]*(?:subject|event|what|title)\s*:\s*(.+)$/imu,
  place: /^[^\w\n\r\u2028\u2029]*(?:where|location|venue|place|address)\s*:\s*(.+)$/imu,
  when: /^[^\w\n\r\u2028\u2029]*(?:when|date(?: and time)?|time)\s*:\s*(.+)$/imu,
};
const invited =
  /\b(?:invit(?:ed|ation|es you) to|join (?:us|me) (?:for|at)|welcome to)\s+(?:the\s+)?(\p{Lu}[^.,!?\n]*?)(?=(?<!\s)\s+(?:on|at|in|this|next)\b|[.,!?\n]|$)/u;
const greeting = /^(?:hi|hey|hello|dear|good \w+|you(?:'re| are)|we\b|join|please|save)\b/i;
const atPlace = /^[\s,;–—-]*(?:at|@|in)\s+(?:the\s+)?((?:\p{Lu}|\d)[^.!?\n(]*)/u;

/** Longer than any invitation: text beyond it is kept, but not read. */
const readAtMost = 10_000;
const linesReadAtMost = 200;
/** What a line with a day in it has. */
const mayHaveDay =
  /\d|day|tomorrow|tonight|week|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Read an invitation; what is uncertain stays empty, and the whole text goes into the notes. */
export function readInvitation(text: string, context: InvitationContext): Invitation {
  const read = text.slice(0, readAtMost);
  const plain = read.replace(/https?:\/\/\S+/g, (link) => " ".repeat(link.length));
  const date = dateIn(labelled.when.exec(plain)?.[1] ?? "", context) ?? dateIn(plain, context);
  const link = findContacts(read).links[0]?.value ?? "";
  return {
    name: clipped(nameIn(plain, date?.text ?? "")),
    place: clipped(placeIn(plain, date)),
    link: link.length <= limits.line ? link : "",
    starts_at: date ? momentIn(date.start, context) : null,
    ends_at: date?.end ? momentIn(date.end, context) : null,
    notes: text,
  };
}

/** A day is required, as a time alone may mean anything; the time may be on the next line. */
function dateIn(text: string, context: InvitationContext): ParsedResult | undefined {
  const lines = text.split("\n");
  const candidates = [...lines.entries()].filter(([, line]) => mayHaveDay.test(line));
  for (const [at, line] of candidates.slice(0, linesReadAtMost)) {
    const found = dayIn(line, context);
    if (found?.start.isCertain("hour")) return found;
    const below = found && dayIn(`${line} ${lines[at + 1] ?? ""}`, context);
    if (found) return below?.start.isCertain("hour") ? below : found;
  }
  return undefined;
}

function dayIn(text: string, { now, zone, language }: InvitationContext): ParsedResult | undefined {
  return chronoFor(language)
    .parse(text, wallClock(now, zone), { forwardDate: true })
    .find(({ start }) => start.isCertain("day") || start.isCertain("weekday"));
}

function momentIn(parts: ParsedComponents, { zone }: InvitationContext): string {
  if (parts.isCertain("timezoneOffset")) return parts.date().toISOString().replace(".000Z", "Z");
  const two = (part: "hour" | "minute") => `${parts.get(part) ?? 0}`.padStart(2, "0");
  const day = localDay(
    new Date(parts.get("year") ?? 0, (parts.get("month") ?? 1) - 1, parts.get("day") ?? 1),
  );
  return momentOf(day, parts.isCertain("hour") ? `${two("hour")}:${two("minute")}` : "00:00", zone);
}

function nameIn(text: string, date: string): string {
  const found = labelled.name.exec(text)?.[1] ?? invited.exec(text)?.[1];
  return (found ?? headline(text, date)).trim();
}

/** The first of several lines, if it reads like a title. */
function headline(text: string, date: string): string {
  const [first = "", ...others] = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const words = first.split(/\s+/).length;
  const isTitle = words <= 10 && !/[.:,;?]$/.test(first) && !greeting.test(first);
  return others.length > 0 && isTitle && !(date && first.includes(date)) ? first : "";
}

function placeIn(text: string, date: ParsedResult | undefined): string {
  const found = labelled.place.exec(text)?.[1] ?? /📍\s*(.+)/u.exec(text)?.[1];
  if (found || !date) return (found ?? "").trim();
  const flat = text.replaceAll("\n", " ");
  const after = text.slice(flat.indexOf(date.text) + date.text.length);
  return (atPlace.exec(after)?.[1] ?? "").replace(/(?<![\s,;])[\s,;]+$/, "");
}

function clipped(line: string): string {
  return [...line].slice(0, limits.line).join("");
}

/** Read an invitation as of now, in the time zone and language of this browser. */
export function readInvitationNow(text: string): Invitation {
  return readInvitation(text, {
    now: new Date(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: navigator.language,
  });
}
