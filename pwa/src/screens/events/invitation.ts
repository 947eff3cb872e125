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
  name: /^\W*(?:subject|event|what|title)\s*:\s*(.+)$/imu,
  place: /^\W*(?:where|location|venue|place|address)\s*:\s*(.+)$/imu,
  when: /^\W*(?:when|date(?: and time)?|time)\s*:\s*(.+)$/imu,
};
const invited =
  /\b(?:invit(?:ed|ation|es you) to|join (?:us|me) (?:for|at)|welcome to)\s+(?:the\s+)?(\p{Lu}[^.,!?\n]*?)(?=\s+(?:on|at|in|this|next)\b|[.,!?\n]|$)/u;
const greeting = /^(?:hi|hey|hello|dear|good \w+|you(?:'re| are)|we\b|join|please|save)\b/i;
const atPlace = /^[\s,;–—-]*(?:at|@|in)\s+(?:the\s+)?((?:\p{Lu}|\d)[^.!?\n(]*)/u;

/** Read an invitation; what is uncertain stays empty, and the whole text goes into the notes. */
export function readInvitation(text: string, context: InvitationContext): Invitation {
  const plain = text.replace(/https?:\/\/\S+/g, (link) => " ".repeat(link.length));
  const date = dateIn(labelled.when.exec(plain)?.[1] ?? "", context) ?? dateIn(plain, context);
  const link = findContacts(text).links[0]?.value ?? "";
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
  for (const [at, line] of lines.entries()) {
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
  return (atPlace.exec(after)?.[1] ?? "").replace(/[\s,;]+$/, "");
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
