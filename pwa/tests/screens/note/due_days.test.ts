/** The chips of "when" mean the same day as a person would at that hour. */
import { expect, test } from "vitest";
import { dueDays } from "../../../src/screens/note/due_days";

test("on a Tuesday, Friday is the one that comes and next week is its Monday", () => {
  const tuesday = new Date(2026, 5, 2, 15);

  const days = dueDays(tuesday);

  expect(days).toEqual({ tomorrow: "2026-06-03", friday: "2026-06-05", next_week: "2026-06-08" });
});

test("on a Friday, Friday is today until noon and in seven days after it", () => {
  const morning = new Date(2026, 5, 5, 11, 59);
  const afternoon = new Date(2026, 5, 5, 12, 0);

  expect(dueDays(morning).friday).toBe("2026-06-05");
  expect(dueDays(afternoon).friday).toBe("2026-06-12");
});

test("before four in the morning, tomorrow is the day that starts after sleep", () => {
  const late = new Date(2026, 5, 3, 3, 59);
  const early = new Date(2026, 5, 3, 4, 0);

  expect(dueDays(late).tomorrow).toBe("2026-06-03");
  expect(dueDays(early).tomorrow).toBe("2026-06-04");
});
