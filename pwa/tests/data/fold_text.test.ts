/** Folded texts are equal where people would call them equal, and lead back to the original. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText, foldWithOrigins } from "../../src/data/fold_text";

test.each([
  ["Müller-Lüdenscheidt", "muller ludenscheidt"],
  ["Zoë,  Bergström", "zoe bergstrom"],
  ["ΟΔΟΣ", "οδοσ"],
  ["A\u0301na", "ana"],
])("%s is compared as %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test("both ways of folding agree, and each folded character comes from its place", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      const { folded, origins } = foldWithOrigins(text);

      expect(folded).toBe(foldText(text));
      expect(origins).toHaveLength(folded.length);
      for (const [at, origin] of origins.entries()) {
        const character = String.fromCodePoint(text.codePointAt(origin) ?? 0);
        expect(foldText(character)).toContain(folded[at]);
      }
    }),
  );
});
