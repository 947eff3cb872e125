/** Every parser of pasted, typed or scanned text takes time that grows with the text, and no faster. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { busyMilliseconds } from "../busy";
import { parsers } from "./parsers";
import { hostileTexts, shapes } from "./shapes";

/** Each is four times as long as the one before: linear work grows fourfold, quadratic sixteenfold. */
const LENGTHS = [2_500, 10_000, 40_000];
const MOST_GROWTH = 9;
/** Below this, growth measures the garbage collector. */
const TOO_LITTLE_TO_COMPARE_MS = 40;
const TRIES = 4;
/** What is gated by `make soak`, which says how many milliseconds are allowed. */
const GATE = { length: 200_000, most: Number(process.env.PARSER_MS) };

/** What a person does not type: days, moments and addresses that the app writes. */
const NO_TEXT =
  /^(?:day|today|at|on|zone|kind|id|path|email|epoch|seed|month|earlier|from|moment|until|\w+Id|.*word)$/;
const PARSES =
  /^export function (\w+)(?:<[^>]*>)?\(\s*(?:(\w+)|\{[^}]*\}): (?:string|Piece|IfThen)\b/gm;
/** These hand a text to a parser of the table, or to a worker that does. */
const HAND_ON = ["useSearch", "readInvitationNow", "densityOf"];

type Parse = (text: string) => unknown;

describe.each(Object.entries(parsers))("%s", (_, parse) => {
  test("takes time that grows with a hostile text and no faster", { timeout: 60_000 }, () => {
    expect(shapes.filter((shape) => !isLinear(parse, shape))).toEqual([]);
  });

  if (GATE.most) {
    test("reads the longest hostile text within its limit", { timeout: 600_000 }, () => {
      expect(shapes.flatMap((shape) => overGate(parse, shape))).toEqual([]);
    });
  }
});

test("the table names every function that reads a text", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => /^(?:domain|data|components|screens)\/.*\.tsx?$/.test(name))
    .map((name) => ({ name, source: readFileSync(join("src", name), "utf8") }));
  const reading = sources.flatMap(({ source }) =>
    [...source.matchAll(PARSES)]
      .filter(([, , parameter = "text"]) => !NO_TEXT.test(parameter))
      .map(([, name = ""]) => name),
  );

  expect(reading.length).toBeGreaterThan(40);
  expect(reading.filter((name) => !parsers[name] && !HAND_ON.includes(name))).toEqual([]);
});

function isLinear(parse: Parse, shape: string): boolean {
  const texts = LENGTHS.map((length) => hostileTexts(shape, length));
  return [0, 1].every((at) =>
    isGrowthBounded(
      parse,
      texts.map((same) => same[at] ?? ""),
    ),
  );
}

function isGrowthBounded(parse: Parse, texts: string[]): boolean {
  let before = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    let now = quickest(parse, text, 1);
    const grows = () => now > TOO_LITTLE_TO_COMPARE_MS && now > MOST_GROWTH * before;
    for (let tries = 1; grows() && tries < TRIES; tries++)
      now = Math.min(now, quickest(parse, text, 1));
    if (grows()) return false;
    before = Math.max(now, 1);
  }
  return true;
}

function overGate(parse: Parse, shape: string): string[] {
  return hostileTexts(shape, GATE.length)
    .map((text) => quickest(parse, text, TRIES))
    .filter((took) => took > GATE.most)
    .map((took) => `${shape}: ${took.toFixed(0)} ms`);
}

function quickest(parse: Parse, text: string, tries: number): number {
  return Math.min(...Array.from({ length: tries }, () => busyMilliseconds(() => parse(text))));
}
