/** The tagger of the app agrees with the one that trains it, on shared notes, and never fails on any text. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../../../../tests/vectors/tagger.json";
import { featuresOf } from "../../../../src/domain/note_parser/tagger/features";
import { readWeights, tagNote } from "../../../../src/domain/note_parser/tagger/tagger";
import { tokensOf } from "../../../../src/domain/note_parser/tagger/tokens";

interface Case {
  note: string;
  tokens: number;
  spans: object[];
  features?: string[][];
}

const file = readFileSync(new URL("../../../../../models/line/weights.bin", import.meta.url));
const weights = readWeights(new Uint8Array(file).buffer);
const cases = vectors.cases as Case[];
const shown = (note: string) => note.slice(0, 40);

describe("the tagger agrees with the one in Python", () => {
  test.each(cases)("on the number of tokens of $note", ({ note, tokens }) => {
    expect(tokensOf(note), shown(note)).toHaveLength(tokens);
  });

  test.each(cases.filter(({ features }) => features))("on the features of $note", (given) => {
    expect(featuresOf(tokensOf(given.note), weights)).toEqual(given.features);
  });

  test.each(cases)("on the spans of $note and how sure they are", ({ note, spans }) => {
    const found = tagNote(note, weights).map(({ confidence, ...span }) => ({
      ...span,
      confidence: expect.closeTo(confidence, 6),
    }));

    expect(spans).toEqual(found);
  });
});

test("any text is tagged in order, without overlap, within the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (note) => {
      let last = 0;
      for (const { from, to, confidence } of tagNote(note, weights)) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(confidence).toBeGreaterThanOrEqual(0);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(note.length);
    }),
  );
});

test("text beyond 512 tokens is not tagged", () => {
  const first = "Ana Berg, vet. ".repeat(110);
  const long = `${first}${"Ana Berg, vet. ".repeat(500)}`;

  expect(tokensOf(long)).toHaveLength(512);
  expect(tagNote(long, weights).every(({ to }) => to <= first.length)).toBe(true);
});
