/**
 * Reads an invitation, as it was pasted or shared, into the fields of an event.
 * Brings chrono-node along: to be imported when there is a text to read.
 */
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

export interface Reading {
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

/** Read an invitation; what is not sure stays empty, and the whole text stays in the notes. */
export function readInvitation(text: string, reading: Reading): Invitation {
  const plain = text.replace(/https?:\/\/\S+/g, (link) => " ".repeat(link.length));
  const date = dateIn(labelled.when.exec(plain)?.[1] ?? "", reading) ?? dateIn(plain, reading);
  const link = findContacts(text).links[0]?.value ?? "";
  return {
    name: clipped(nameIn(plain, date?.text ?? "")),
    place: clipped(placeIn(plain, date)),
    link: link.length <= limits.line ? link : "",
    starts_at: date ? momentIn(date.start, reading) : null,
    ends_at: date?.end ? momentIn(date.end, reading) : null,
    notes: text,
  };
}

/** A day must be said, for a time of day alone may be anything; the time may stand on the line below. */
function dateIn(text: string, reading: Reading): ParsedResult | undefined {
  const lines = text.split("\n");
  for (const [at, line] of lines.entries()) {
    const found = dayIn(line, reading);
    if (found?.start.isCertain("hour")) return found;
    const below = found && dayIn(`${line} ${lines[at + 1] ?? ""}`, reading);
    if (found) return below?.start.isCertain("hour") ? below : found;
  }
  return undefined;
}

function dayIn(text: string, { now, zone, language }: Reading): ParsedResult | undefined {
  return chronoFor(language)
    .parse(text, wallClock(now, zone), { forwardDate: true })
    .find(({ start }) => start.isCertain("day") || start.isCertain("weekday"));
}

function momentIn(said: ParsedComponents, { zone }: Reading): string {
  if (said.isCertain("timezoneOffset")) return said.date().toISOString().replace(".000Z", "Z");
  const two = (part: "hour" | "minute") => `${said.get(part) ?? 0}`.padStart(2, "0");
  const day = localDay(
    new Date(said.get("year") ?? 0, (said.get("month") ?? 1) - 1, said.get("day") ?? 1),
  );
  return momentOf(day, said.isCertain("hour") ? `${two("hour")}:${two("minute")}` : "00:00", zone);
}

function nameIn(text: string, date: string): string {
  const said = labelled.name.exec(text)?.[1] ?? invited.exec(text)?.[1];
  return (said ?? headline(text, date)).trim();
}

/** The first of several lines, where it reads like a title. */
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
  const said = labelled.place.exec(text)?.[1] ?? /📍\s*(.+)/u.exec(text)?.[1];
  if (said || !date) return (said ?? "").trim();
  const flat = text.replaceAll("\n", " ");
  const after = text.slice(flat.indexOf(date.text) + date.text.length);
  return (atPlace.exec(after)?.[1] ?? "").replace(/[\s,;]+$/, "");
}

function clipped(line: string): string {
  return [...line].slice(0, limits.line).join("");
}
