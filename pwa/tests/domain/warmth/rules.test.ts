/** The rings and their room, and the order of suggestions. */
import { expect, test } from "vitest";
import { isFull, isOverfull, nextOut, rings } from "../../../src/domain/warmth/rings";
import { bySuggestionOrder, type Suggested } from "../../../src/domain/warmth/suggest";

test("the rings hold 5, 15, 50 and 150 people in all", () => {
  const held = rings.map((_, at) =>
    rings.slice(0, at + 1).reduce((sum, { room }) => sum + room, 0),
  );

  expect(held).toEqual([5, 15, 50, 150]);
});

test("a ring is full with its last place taken, the wide one never", () => {
  expect([isFull("inner", 4), isFull("inner", 5), isFull("wide", 5000)]).toEqual([
    false,
    true,
    false,
  ]);
  expect([isOverfull("inner", 5), isOverfull("inner", 6)]).toEqual([false, true]);
});

test("who moves out goes to the next ring with room", () => {
  const counts = { inner: 5, close: 3, active: 35, wide: 500 };

  expect(nextOut("inner", counts)).toBe("close");
  expect(nextOut("inner", { ...counts, close: 10 })).toBe("wide");
  expect(nextOut("active", counts)).toBe("wide");
});

test("suggestions: a promise, a date in their life, then how far the rhythm has passed", () => {
  const one: Suggested = {
    isPromised: false,
    hasDateNear: false,
    bearsOnGoal: false,
    x: 1,
    due_on: "2026-05-12",
  };
  const given = {
    planned: { ...one, x: 0.1, due_on: "2026-05-11" },
    thirsty: { ...one, x: 1.5 },
    wanted: { ...one, x: 1.4, bearsOnGoal: true },
    dated: { ...one, hasDateNear: true },
    promised: { ...one, isPromised: true },
  };

  const named = Object.entries(given).map(([name, suggested]) => ({ name, ...suggested }));

  expect(bySuggestionOrder(named).map(({ name }) => name)).toEqual([
    "promised",
    "dated",
    "wanted",
    "thirsty",
    "planned",
  ]);
});
