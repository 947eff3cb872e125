/** Ids made on a device sort by their making, and two devices never make the same one. */
import { expect, test } from "vitest";
import { newId } from "../../src/data/ids";

test("ids made within one moment sort in the order in which they were made", () => {
  const made = Array.from({ length: 2000 }, newId);

  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});
