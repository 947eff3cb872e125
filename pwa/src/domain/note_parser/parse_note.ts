/**
 * Parses one line of a note: person, role, organisation, problems, promises, days, contacts.
 * It needs chrono-node (25 kB br in all), so import it when a note is open, never with the first screen.
 */

import { localDay } from "../dates/days";
import { blank, findContacts } from "./contacts";
import { type DateInText, findDates } from "./dates_in_text";
import { type Head, readHead } from "./head";
import { isEnglish } from "./language";
import { findMentions } from "./names";
import {
  type Due,
  type Found,
  type ParsedNote,
  type ParserContext,
  type Promised,
  readAtMost,
  type Span,
  type TheirDate,
} from "./parsed_note";
import { clauses, type Piece, piece, sentences } from "./pieces";
import { problemOf } from "./problems";
import { type PromiseWords, promiseOf } from "./promises";
import { happeningBefore, isOfTheirLife, withoutSubject } from "./their_life";
import { momentOf, wallClock } from "./wall_clock";

/** The state of parsing: the line with contacts blanked out, and the days in it. */
interface Reading {
  raw: string;
  line: string;
  writing: ParserContext;
  dates: DateInText[];
}

type Told = Pick<ParsedNote, "problems" | "promises" | "their_dates">;

const past =
  /^(?:(?:i|we|s?he|they|\p{Lu}\p{Ll}+)\s+)?(?:met|saw|sent|called|spoke|talked|had|was|were|did|got|gave|told|went|came|left|moved|started|quit|joined|launched|promised|has been|have been|used to|built|bought|sold|lost|won|made|wrote|heard|ran|\p{Ll}{3,}ed)\b/iu;
const datePreposition =
  /(?:,?(?<!\s)\s*\b(?:by|on|before|until|till|at|in|this|around|no later than|due|for|from|the)(?=\s))+\s+$/i;
/** The prepositions before a day stand within so many characters. */
const PREPOSITIONS_WITHIN = 60;

/**
 * Parse a line of a note.
 * @returns every part with its place in the raw line, so that it can be shown, corrected or dismissed;
 * text that is not understood is left in `rest`
 */
export function parseNote(raw: string, writing: ParserContext): ParsedNote {
  const short = raw.slice(0, readAtMost);
  const contacts = findContacts(short);
  const plain = short.replace(/[’‘]/g, "'").replace(/[\u00a0\u202f]/g, " ");
  const line = blank(plain, [...contacts.emails, ...contacts.links, ...contacts.phones]);
  const nothing = { who: [], problems: [], promises: [], their_dates: [], mentions: [], rest: [] };
  const understood = {
    ...nothing,
    ...contacts,
    ...(isEnglish(line) ? read(raw, line, writing) : {}),
  };
  return { ...understood, rest: restOf(raw, understood) };
}

function read(raw: string, line: string, writing: ParserContext) {
  const parts = sentences(line);
  const head = readHead(line, parts, writing);
  const names = head?.who.flatMap(({ name }) => name ?? []) ?? [];
  const dates = findDates(blank(line, names), writing);
  const told = readClauses({ raw, line, writing, dates }, parts, head);
  const mentions = findMentions(line, writing.people).filter(
    ({ from, person_ids }) =>
      !names.some((name) => from >= name.from && from < name.to) &&
      !names.some((name) => name.person_ids.some((id) => person_ids.includes(id))),
  );
  const who = (head?.who ?? []).map(({ name, role, organisation }) => ({
    name: name && inRaw(raw, name),
    role: role && inRaw(raw, role),
    organisation: organisation && inRaw(raw, organisation),
  }));
  return { ...told, who, mentions };
}

function readClauses(reading: Reading, parts: Piece[], head: Head | null): Told {
  const told: Told = { problems: [], promises: [], their_dates: [] };
  const begin = head?.to ?? 0;
  for (const sentence of parts.filter(({ to }) => to > begin)) {
    const isFirst = sentence.from < begin || head?.to === sentence.from;
    const from = Math.max(sentence.from, begin);
    const body = { ...piece(reading.line, { from, to: sentence.to }, sentence.is_question) };
    for (const clause of clauses(reading.line, body)) {
      const has_colon = head?.has_colon === true && isFirst;
      const isTold = head?.is_told === true && isFirst && clause.from === body.from;
      readClause(reading, clause, { has_who: head !== null, has_colon, isTold, told });
    }
  }
  return told;
}

interface Before {
  has_who: boolean;
  has_colon: boolean;
  isTold: boolean;
  told: Told;
}

function readClause(reading: Reading, clause: Piece, { has_who, has_colon, isTold, told }: Before) {
  const dates = reading.dates.filter(({ from }) => from >= clause.from && from < clause.to);
  const promise = isTold ? null : promiseOf(clause, has_who);
  if (promise) return readPromise(reading, clause, { promise, dates, told });
  const problem = problemOf(clause, { has_who, has_colon: has_colon && !isTold });
  const isPast = isTold || (!problem?.sure && past.test(clause.text));
  if (problem && !isPast) told.problems.push(found(reading.raw, { ...problem, to: clause.to }));
  if (isPast || clause.is_question || !isOfTheirLife(clause.text)) return;
  told.their_dates.push(...theirDates(reading, clause, dates));
}

interface PromiseAndDates {
  promise: PromiseWords;
  dates: DateInText[];
  told: Told;
}

function readPromise(reading: Reading, clause: Piece, { promise, dates, told }: PromiseAndDates) {
  const { raw, line, writing } = reading;
  const isTheirs = (date: DateInText) =>
    happeningBefore(beforeDate(line, clause.from, date)) !== null;
  const toMe = dates.filter((date) => !isTheirs(date));
  if (promise.owed_by === "them" && toMe.some(({ is_past }) => is_past)) return;
  const [said, ...others] = toMe.filter(({ is_past }) => !is_past);
  const words = withoutDate(line, { from: promise.from, to: clause.to }, said);
  const due = said ? dueOn(said, { raw, line, writing, from: clause.from }) : null;
  const isClear = due === null || others.length === 0;
  told.promises.push({
    ...found(raw, { ...words, sure: promise.sure }),
    owed_by: promise.owed_by,
    due: due && { ...due, sure: due.sure && isClear },
  } satisfies Promised);
  told.their_dates.push(...dates.filter(isTheirs).map((date) => happening(reading, clause, date)));
}

/** Return the words of a promise without a day at their end. */
function withoutDate(line: string, { from, to }: Span, date: DateInText | undefined): Span {
  if (!date || date.from < from) return piece(line, { from, to });
  const isLast = piece(line, { from: date.to, to }).text === "";
  return isLast
    ? piece(line, { from, to: from + beforeDate(line, from, date).length })
    : piece(line, { from, to });
}

function beforeDate(line: string, from: number, date: DateInText): string {
  const before = line.slice(from, Math.max(from, date.from));
  const at = Math.max(0, before.length - PREPOSITIONS_WITHIN);
  return (before.slice(0, at) + before.slice(at).replace(datePreposition, "")).trimEnd();
}

function dueOn(date: DateInText, { raw, line, writing, from }: ReadingFrom): Due {
  const today = localDay(wallClock(writing.now, writing.zone));
  const on = date.has_year || date.on >= today ? date.on : yearLater(date.on);
  const beforeIt = line.slice(from, date.from);
  const isAfter = /\bafter\s+$/i.test(beforeIt.slice(-PREPOSITIONS_WITHIN));
  return {
    ...found(raw, { from: date.from, to: date.to, sure: date.sure && !isAfter }),
    due_on: date.time ? null : on,
    due_at: date.time ? momentOf(on, date.time, writing.zone) : null,
  };
}

type ReadingFrom = Omit<Reading, "dates"> & { from: number };

function yearLater(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

function theirDates(reading: Reading, clause: Piece, dates: DateInText[]): TheirDate[] {
  return dates
    .filter((date) => !(date.is_past && date.has_year))
    .map((date) => happening(reading, clause, date));
}

/** Return a day with the words before it, else those after it: "interview 14 May", "14 May: interview". */
function happening({ raw, line }: Reading, clause: Piece, date: DateInText): TheirDate {
  const before = beforeDate(line, clause.from, date);
  const said = piece(line, { from: clause.from, to: clause.from + before.length });
  const what = said.text ? said : piece(line, { from: date.to, to: clause.to });
  const noun = happeningBefore(what.text);
  return {
    value: noun ?? withoutSubject(raw.slice(what.from, what.to)),
    from: date.from,
    to: date.to,
    sure: date.sure,
    on: date.on,
  };
}

function found(raw: string, { from, to, sure }: Span & { sure: boolean }): Found {
  return { value: raw.slice(from, to), from, to, sure };
}

function inRaw<Part extends Found>(raw: string, part: Part): Part {
  return { ...part, value: raw.slice(part.from, part.to) };
}

function restOf(raw: string, understood: Omit<ParsedNote, "rest">): Span[] {
  const { who, promises, ...lists } = understood;
  const taken: Span[] = [
    ...who.flatMap(({ name, role, organisation }) => [name, role, organisation]),
    ...promises.flatMap((promise) => [promise, promise.due]),
    ...Object.values(lists).flat(),
  ].filter((part) => part !== null);
  const edges = [...taken].sort((one, other) => one.from - other.from);
  const gaps: Span[] = [];
  let at = 0;
  for (const { from, to } of [...edges, { from: raw.length, to: raw.length }]) {
    if (from > at) gaps.push(piece(raw, { from: at, to: from }));
    at = Math.max(at, to);
  }
  return gaps
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(raw.slice(from, to)))
    .map(({ from, to }) => ({ from, to }));
}
