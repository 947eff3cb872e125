/** An event has one goal of one sentence: separates the first goal in a text from further ones. */

/** A text, split into one goal and the rest. */
export interface Goals {
  goal: string;
  /** What goes beyond one goal, as it was written; may be empty. */
  further: string;
}

const sentenceEnd = /(?<=[.!?])\s+(?=\S)/gu;
const abbreviated =
  /(?:\b(?:e\.g|i\.e|etc|vs|approx|no|st|dr|mr|mrs|ms|prof|inc|ltd|co)|\b\p{L}|\b\d+)\.$/iu;
/** No abbreviation is longer. */
const ABBREVIATION_WITHIN = 20;
const joints = [
  /(?<!\s)(?:\s*;|[^\S\n]*\n)\s*(?=\S)/u,
  /,?(?<!\s)\s+(?=(?:and|&|\+)\s+(?:also|secondly|besides)\b)/iu,
  /,?(?<!\s)\s+(?=(?:as well as|and additionally|in addition|secondly|my second goal|another goal)\b)/iu,
  /(?:,\s+(?=also\b)|,?(?<!\s)\s+(?=plus\b))(?=\w+\s+(?:to\s+)?(?:find|meet|get|hire|recruit|sell|raise|learn|ask|talk|pitch)\b)/iu,
];
const second = /(?<!\s)\s+(?=2[.)]\s)/u;
const begins =
  /^\W*(?:to\s+|i want to\s+)?(?:find|meet|get|hire|recruit|sell|raise|learn|ask|talk|pitch)\b/iu;
const another =
  /,?(?<!\s)\s+(?=(?:and|&|\+)\s+(?:to\s+)?(?:find|meet|hire|recruit|sell|raise)\s(?!\W*(?:her|him|them|it|one|some)\b))/iu;

interface IfThen {
  if_heard: string;
  then_i: string;
}

/** Return an if-then plan as one sentence; empty where half of it is missing. */
export function ifThenText({ if_heard, then_i }: IfThen): string {
  return if_heard && then_i && `If I hear ${if_heard}, I ${withoutI(then_i).replace(/\.$/, "")}.`;
}

/** Return what is done then, without the "I" before it. */
export function withoutI(then_i: string): string {
  return then_i.replace(/^I\s+/, "");
}

/** Split a text into one goal and the rest; a text of one sentence is one goal. */
export function readGoals(text: string): Goals {
  const at = Math.min(...cuts(text));
  if (!Number.isFinite(at)) return { goal: text, further: "" };
  return { goal: text.slice(0, at).trim(), further: text.slice(at).replace(/^[\s;,]+/, "") };
}

function cuts(text: string): number[] {
  const patterns = begins.test(text) ? [...joints, another] : joints;
  const joined = patterns.flatMap((pattern) => placeOf(text, pattern) ?? []);
  const firstWordAt = text.search(/[\p{L}\p{N}]/u);
  const all = [...sentenceEnds(text), ...joined, ...listed(text)];
  return all.filter((at) => firstWordAt !== -1 && at > firstWordAt);
}

/** "1. this 2. that" in one line. */
function listed(text: string): number[] {
  const [line = ""] = text.split("\n", 1);
  return /^1[.)]/.test(line) ? [placeOf(line, second) ?? []].flat() : [];
}

function sentenceEnds(text: string): number[] {
  return [...text.matchAll(sentenceEnd)]
    .filter(({ index }) => !isAbbreviated(text.slice(0, index)))
    .map(({ index }) => index);
}

function isAbbreviated(text: string): boolean {
  return abbreviated.test(text.slice(-ABBREVIATION_WITHIN));
}

function placeOf(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text);
  return found ? found.index : undefined;
}
