/** Values are compared as the server compares them (tests/vectors). */
import { expect, it } from "vitest";
import vectors from "../../../tests/vectors/same_values.json";
import { isSameValue } from "../../src/data/record_body";

it.each(vectors)("$say", ({ one, other, same }) => {
  expect(isSameValue(one, other)).toBe(same);
  expect(isSameValue(other, one)).toBe(same);
});
