/** A comma ends a name, but not a description of somebody without one. */
import { expect, test } from "vitest";
import { cutNames, cutOverflow } from "../../src/capture/names";

test("a comma after a name makes it complete", () => {
  expect(cutNames("Ana Ruiz,")).toEqual({ names: ["Ana Ruiz"], rest: "" });
  expect(cutNames("Ana, Li, Be")).toEqual({ names: ["Ana", "Li"], rest: "Be" });
});

test("a description stays one person", () => {
  expect(cutNames("tall, blue badge, climbs")).toEqual({
    names: [],
    rest: "tall, blue badge, climbs",
  });
});

test("what is too long for a name is cut off whole and nothing of it is lost", () => {
  const long = "é".repeat(250);

  const { name, overflow } = cutOverflow(long);

  expect([...name]).toHaveLength(200);
  expect(name + overflow).toBe(long);
});
