/** Reads the head of a line: the person talked to, with role and organisation. */

import { isNoName, isWordToo, nameAtStart, whoIs } from "./names";
import type { Found, FoundPerson, ParserContext, Who } from "./parsed_note";
import { type Piece, piece } from "./pieces";
import { organisationAt, type Position, readOrganisation, readRole } from "./roles";

/** The head of a line. */
export interface Head {
  who: Who[];
  /** Where the head ends and the rest of the line begins. */
  to: number;
  /** Whether a colon or dash follows, so that the rest is what they said. */
  has_colon: boolean;
  /** Whether the line is about the past, as in "Met Ana on Friday". */
  is_told: boolean;
}

const lead =
  /^(?:(?:just|also|finally)\s+)?(?:met(?:\s+with)?|meeting with|spoke (?:to|with)|talked (?:to|with)|chatted (?:to|with)|chat with|talk with|coffee with|tea with|lunch with|dinner with|drinks with|beer with|breakfast with|call with|saw|ran into|bumped into|sat (?:next to|with|beside)|had (?:\w+ )?with|introduced to|visited|walked with|catch-?up with)\s+/i;
const told =
  /^(?:(?:just|also|finally)\s+)?(?:met|spoke|talked|chatted|saw|ran|bumped|sat|had|visited|walked)\b/i;
const and = /^(?:\s*,\s*(?:and\s+)?|\s+(?:and|&|\+)\s+|\s*[/&+]\s*)/i;
/** What only people do. */
const human =
  /^\s+(?:works?|wants?|loves?|likes?|hates?|knows?|lives?|struggles?|thinks?|says?|said|told|feels?|moved|left|joined|quit|studies|teaches|leads|hopes?|wishes|misses|owes?|promised|asked|offered|worries|fears|speaks|climbs|runs a|builds|sells|is (?:an?|the|our|looking|struggling|stuck|worried|moving|drowning|overwhelmed|trying)|was (?:ill|sick)|can't|needs?)\b/i;
const verb =
  /^\s+(?:\p{Ll}+(?:s|ed)|will|left|met|told|said|felt|quit|went|had|got|can't|wants?)\b/iu;
const isOrWorks = /^\s+(?:works?\s+(?:as|(?=at|for|from|@))|is(?=\s+(?:an?|the|our)\s))\s*/i;

/** Read who was talked to from the first sentences of a line; null where there is nobody. */
export function readHead(line: string, sentences: Piece[], writing: ParserContext): Head | null {
  const first = sentences[0];
  if (!first || first.is_question) return null;
  const before = lead.exec(first.text)?.[0] ?? "";
  const names = readNames(line, { ...first, from: first.from + before.length }, writing);
  if (names.length === 0) return before ? null : readNameless(line, first);
  const nameEnd = names.at(-1)?.to ?? first.from;
  const positions = readPositions(line, nameEnd, sentences);
  const to = positions.at(-1)?.to ?? nameEnd;
  const around = {
    before,
    tail: line.slice(nameEnd, first.to),
    positions,
    line: line.slice(to),
    is_known: names.some(({ value }) => whoIs(value, writing.people).length > 0),
  };
  if (!isHead(names, around)) return null;
  const who = named(names, positions, { writing, isBacked: before !== "" });
  const end = ending(line, to, first);
  return { who, ...end, is_told: told.test(before) && !end.has_colon };
}

function readNames(line: string, { from, to }: Piece, { people }: ParserContext): Found[] {
  const names: Found[] = [];
  let at = from;
  let behindComma = false;
  for (;;) {
    const text = line.slice(at, to);
    const name = nameAtStart(text, people) ?? smallName(text, names.length > 0);
    if (!name || (behindComma && readRole(line, at, endOfSegment(line, at, to)))) break;
    names.push({ value: name, from: at, to: at + name.length, sure: true });
    const link = and.exec(line.slice(at + name.length, to))?.[0];
    if (!link) break;
    behindComma = link.trim() === ",";
    at += name.length + link.length;
  }
  return isList(line, names) ? names : names.slice(0, 1);
}

/** "noah, barista": a name in small letters, with a role after the comma. */
function smallName(text: string, isFurther: boolean): string | null {
  const name = /^\p{Ll}+(?:['-]\p{Ll}+)?(?: \p{Ll}+)?(?=\s*,)/u.exec(text)?.[0];
  if (!name || isFurther || name.split(" ").some(isNoName)) return null;
  const after = text.length - text.slice(name.length).replace(/^\s*,\s*/, "").length;
  return readRole(text, after, endOfSegment(text, after, text.length)) ? name : null;
}

/** Commas alone do not make a list: "Ana, Fjord" may be one person. */
function isList(line: string, names: Found[]): boolean {
  const [last, before] = [names.at(-1), names.at(-2)];
  return !last || !before || /and|&|\+|\//i.test(line.slice(before.to, last.from));
}

function readNameless(line: string, first: Piece): Head | null {
  const position = readRole(line, first.from, endOfSegment(line, first.from, first.to));
  if (!position?.role || !/^\s*(?:[:]|$)/.test(line.slice(position.to, first.to))) return null;
  if (!position.organisation && line[position.to] !== ":") return null;
  const { role, organisation } = position;
  return {
    who: [{ name: null, role, organisation }],
    ...ending(line, position.to, first),
    is_told: false,
  };
}

/** Roles and organisations, after a comma, in brackets, or in the next sentence: "Ana - CTO @ Fjord". */
function readPositions(line: string, from: number, sentences: Piece[]): Position[] {
  const first = sentences[0] as Piece;
  const positions: Position[] = [];
  let at = from;
  for (;;) {
    const link = /^\s*[,(]\s*|^\s*(?=@)/.exec(line.slice(at, first.to))?.[0] ?? "";
    const start = at + (isOrWorks.exec(line.slice(at, first.to))?.[0].length ?? link.length);
    const end = endOfSegment(line, start, first.to);
    const position = positionAt(line, start, {
      end,
      isFree: start > at,
      isBacked: positions.length > 0,
    });
    if (!position) break;
    positions.push(position);
    at = position.to + (/^\s*\)/.exec(line.slice(position.to))?.[0].length ?? 0);
    positions[positions.length - 1] = { ...position, to: at };
  }
  const next = sentences[1];
  if (positions.length > 0 || !next || at < first.to) return positions;
  const whole = readRole(line, next.from, next.to);
  return whole && whole.to === next.to ? [whole] : [];
}

function positionAt(
  line: string,
  from: number,
  { end, isFree, isBacked }: { end: number; isFree: boolean; isBacked: boolean },
): Position | null {
  const role = isFree ? readRole(line, from, end) : null;
  if (role) return role;
  const organisation = readOrganisation(line, from, end);
  if (organisation) return organisation;
  const alone = isFree && isBacked ? organisationAt(line, from, end) : null;
  return alone && alone.to === end ? { role: null, organisation: alone, to: end } : null;
}

function endOfSegment(line: string, from: number, to: number): number {
  const length = line.slice(from, to).search(/[,:()]|(?<!\s)\s+-\s/);
  return length < 0 ? to : from + length;
}

interface Around {
  before: string;
  tail: string;
  positions: Position[];
  line: string;
  is_known: boolean;
}

function isHead(names: Found[], { before, tail, positions, line, is_known }: Around): boolean {
  const [name] = names as [Found];
  const isWord = isWordToo(name.value);
  if (before || /^\s*:/.test(line) || tail.trim() === "") return true;
  if (positions.some(({ role }) => role)) return true;
  if (positions.length > 0) return /^\s*(?:[.,;\n]|[-–—]\s|$)/.test(line) || human.test(line);
  if (/^\s*,/.test(tail)) return !isWord;
  if (human.test(tail) || (isWord && /^\s+will\b/.test(tail))) return true;
  const isSurelyAName = !isWord && (is_known || / /.test(name.value));
  const isNameThatActs = isSurelyAName && verb.test(tail);
  return isNameThatActs || /^[\s,]*[<(]?¤/.test(tail);
}

function named(
  names: Found[],
  positions: Position[],
  { writing, isBacked }: { writing: ParserContext; isBacked: boolean },
): Who[] {
  const role = positions.find((position) => position.role)?.role ?? null;
  const organisation = positions.find((position) => position.organisation)?.organisation ?? null;
  return names.map((name) => ({
    name: known(name, { writing, organisation, isBacked: isBacked || role !== null }),
    role,
    organisation,
  }));
}

/** A namesake in another organisation may be somebody else, so it is not sure. */
function known(
  name: Found,
  {
    writing,
    organisation,
    isBacked,
  }: { writing: ParserContext; organisation: Found | null; isBacked: boolean },
): FoundPerson {
  const person_ids = whoIs(name.value, writing.people);
  const theirs = writing.people.find(({ id }) => id === person_ids[0])?.organisation;
  const isElsewhere =
    theirs && organisation && theirs.toLowerCase() !== organisation.value.toLowerCase();
  const isBackedUp = isBacked || name.value.includes(" ") || person_ids.length > 0;
  return { ...name, person_ids, sure: isBackedUp && !isElsewhere && person_ids.length < 2 };
}

/** Ways to reach them belong to the head: "Greta (greta@volt.se): needs a studio". */
function ending(line: string, from: number, first: Piece): Pick<Head, "to" | "has_colon"> {
  const contact = /^[\s,(<]*¤+[)>]*/.exec(line.slice(from, first.to))?.[0] ?? "";
  const to = from + contact.length;
  const mark = /^'?\s*(?::|[-–—|]\s|$|[\n;.])/.test(line.slice(to, Math.max(first.to, to) + 2));
  const start = piece(line, { from: to, to: line.length });
  return { to: Math.min(start.from, line.length), has_colon: mark };
}
