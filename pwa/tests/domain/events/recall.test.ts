/** When the people of an event are to be recalled. */
import { expect, test } from "vitest";
import { isMorningAfter, toRecall } from "../../../src/domain/events/recall";

const ENDED = Date.parse("2026-05-12T20:00:00Z");

test.each([
  ["the same night", "2026-05-13T03:59:00Z", false],
  ["eight hours later", "2026-05-13T04:00:00Z", true],
  ["two days later", "2026-05-14T20:00:00Z", true],
  ["after three days", "2026-05-15T20:00:00Z", false],
  ["before it ended", "2026-05-12T19:00:00Z", false],
])("the first screen asks %s: %s is %s", (_when, now, expected) => {
  expect(isMorningAfter(ENDED, new Date(now))).toBe(expected);
});

test("who was tried once is not asked for again", () => {
  const [ana, bo] = [null, "2026-05-13T07:00:00Z"].map((recalled_at) => ({
    body: { recalled_at },
  }));

  expect(toRecall([ana, bo].flatMap((card) => card ?? []))).toEqual([ana]);
});
