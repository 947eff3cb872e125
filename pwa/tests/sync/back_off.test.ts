/** After a failure the next round waits, longer each time, and never at the same moment on all devices. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { backOffSeconds } from "../../src/sync/back_off";

test("the wait doubles with each failure and never passes five minutes", () => {
  expect([1, 2, 3, 8, 9, 50].map((failed) => backOffSeconds(failed, 1))).toEqual([
    2, 4, 8, 256, 300, 300,
  ]);
});

test("the wait is spread over its whole length", () => {
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), random, (failed, drawn) => {
      expect(backOffSeconds(failed, drawn)).toBe(drawn * backOffSeconds(failed, 1));
    }),
  );
});
