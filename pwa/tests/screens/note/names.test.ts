/** A comma ends a name, but not a description or a line. */
import { expect, test } from "vitest";
import { completeNames, listedNames, namesSoFar } from "../../../src/screens/note/names";

test("a comma after a name makes it complete", () => {
  expect(completeNames("Ana Ruiz,")).toEqual(["Ana Ruiz"]);
  expect(completeNames("Ana, Li, Be")).toEqual(["Ana", "Li"]);
});

test("names behind commas are a list, and nothing else is", () => {
  expect(listedNames("Ana Ruiz, Vincent van Gogh, Li")).toHaveLength(3);
  expect(listedNames("Ana, CTO")).toEqual([]);
  expect(listedNames("Ana, met at the fair")).toEqual([]);
});

test("a description stays one person", () => {
  const text = "tall, blue badge, climbs";

  expect(namesSoFar(text)).toEqual([text]);
});

test("what stands before a colon or a bracket is the name while a line is typed", () => {
  expect(namesSoFar("Ana: drowning in au")).toEqual(["Ana"]);
  expect(namesSoFar("Maria Lopez (nur")).toEqual(["Maria Lopez"]);
  expect(namesSoFar("Ana, CTO at Fj")).toEqual(["Ana"]);
});
