/** The searched words are marked in place, and the text around them stays as it was. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { matchedPieces } from "../../../src/screens/people/matched";

function marked(text: string, ...words: string[]): string {
  return matchedPieces(text, words)
    .map((piece) => (piece.matched ? `[${piece.text}]` : piece.text))
    .join("");
}

test("every place of every word is marked, whatever its case and accents", () => {
  expect(marked("Sámi songs, SAMI food", "sami", "foo")).toBe("[Sámi] songs, [SAMI] [foo]d");
});

test("an accent that is typed finds the letter without one", () => {
  expect(marked("Zoe Angstrom", "zoë", "ång")).toBe("[Zoe] [Ang]strom");
});

test("of words within each other the longer one is marked", () => {
  expect(marked("spreadsheets", "spread", "spreadsheet")).toBe("[spreadsheet]s");
});

test("marking never changes a text", () => {
  const words = fc.array(fc.string({ unit: "grapheme", maxLength: 3 }));

  fc.assert(
    fc.property(fc.string({ unit: "binary" }), words, (text, sought) => {
      const pieces = matchedPieces(text, sought);

      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    }),
  );
});
