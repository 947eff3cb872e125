/** Splits a line into sentences and clauses, each with its place in the line. */

import type { Span } from "./parsed_note";

/** A part of a line. */
export interface Piece extends Span {
  text: string;
  is_question: boolean;
}

const sentenceEnd =
  /(?<![.!?…])[.!?…]+(?=["'”)]*(?:\s|$|\p{Extended_Pictographic}))|[\n;]+|\s[-–—|]+\s|(?:(?<!\s)\s+)?(?:->|=>|→)\s*/gu;
const abbreviation =
  /(?:(?<!\p{L})(?:\p{L}|dr|prof|mr|mrs|ms|st|vs|etc|approx|jr|sr|e\.g|i\.e|no))$/iu;
/** No abbreviation is longer. */
const ABBREVIATION_WITHIN = 12;
const subject =
  "I'll|I will|I'm going to|I promised|I owe|I (?:need|have) to|she'll|he'll|they'll|she will|he will|they will";
const order =
  "send|introduce|intro|connect|call|email|e-mail|text|ping|share|forward|ask|invite|recommend|lend|remind|follow up|write|bring|find (?:him|her|them)|show|give|look up|book|schedule|meet|check";
const strain =
  "(?:very |so |really )?(?:nervous|worried|overwhelmed|stuck|struggl\\w+|drowning|tired of|afraid|needs)";
const clauseStart = new RegExp(
  `,?(?<!\\s)\\s+(?:and|so|but|then)\\s+(?=(?:${subject})\\b)|,\\s+(?:and\\s+|then\\s+|so\\s+)?(?=(?:${subject}|${order}|${strain})\\b)`,
  "gi",
);
const edge = "[\\s\\p{P}\\p{Extended_Pictographic}\\u200d\\ufe0f]+";
const beforeEdge = "(?<![\\s\\p{P}\\p{Extended_Pictographic}\\u200d\\ufe0f])";
const edges = { start: new RegExp(`^${edge}`, "u"), end: new RegExp(`${beforeEdge}${edge}$`, "u") };

/** Split a line into sentences; titles, initials and abbreviations do not end one. */
export function sentences(line: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: mark, index } of line.matchAll(sentenceEnd)) {
    if (mark === "." && isAbbreviated(line.slice(from, index))) continue;
    pieces.push(piece(line, { from, to: index }, mark.includes("?")));
    from = index + mark.length;
  }
  return [...pieces, piece(line, { from, to: line.length }, false)].filter(({ text }) => text);
}

function isAbbreviated(text: string): boolean {
  return abbreviation.test(text.slice(-ABBREVIATION_WITHIN));
}

/** Split a sentence where a promise or problem begins after a comma, "and" or "so". */
export function clauses(line: string, sentence: Piece): Piece[] {
  const starts = [...sentence.text.matchAll(clauseStart)].map(({ 0: mark, index }) => ({
    at: sentence.from + index,
    after: sentence.from + index + mark.length,
  }));
  const froms = [sentence.from, ...starts.map(({ after }) => after)];
  const tos = [...starts.map(({ at }) => at), sentence.to];
  return froms
    .map((from, at) => piece(line, { from, to: tos[at] ?? sentence.to }, sentence.is_question))
    .filter(({ text }) => text);
}

/** Return a part of a line without the spaces, punctuation and emoji around it. */
export function piece(line: string, { from, to }: Span, is_question = false): Piece {
  const text = line.slice(from, to);
  const start = from + (edges.start.exec(text)?.[0].length ?? 0);
  const end = Math.max(start, to - (edges.end.exec(text)?.[0].length ?? 0));
  return { from: start, to: end, text: line.slice(start, end), is_question };
}
