/** Days and moments are said as a person would say them. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayText, momentText } from "../../../src/domain/dates/date_words";
import {
  daysAfter,
  daysBetween,
  localDay,
  nextMonday,
  noonOf,
} from "../../../src/domain/dates/days";

const THURSDAY = "2026-06-11";

describe("a day, said on a Thursday", () => {
  test.each([
    ["2026-06-11", "today"],
    ["2026-06-12", "tomorrow"],
    ["2026-06-10", "yesterday"],
    ["2026-06-15", "Monday"],
    ["2026-06-08", "last Monday"],
  ])("%s is %s", (day, said) => {
    expect(dayText(day, THURSDAY)).toBe(said);
  });

  test("a week away it is a date, with the year only where that is another", () => {
    expect(dayText("2026-06-18", THURSDAY)).toMatch(/June/);
    expect(dayText("2026-06-18", THURSDAY)).not.toMatch(/2026/);
    expect(dayText("2025-06-18", THURSDAY)).toMatch(/June.*2025/);
  });
});

describe("a moment", () => {
  const noon = new Date(2026, 5, 11, 12);
  const minutesAgo = (minutes: number) => new Date(noon.getTime() - minutes * 60_000).toISOString();

  test("of this hour is said in minutes", () => {
    expect(momentText(minutesAgo(0), noon)).toBe("just now");
    expect(momentText(minutesAgo(5), noon)).toBe("5 min ago");
  });

  test("that another clock puts a little ahead is just now", () => {
    expect(momentText(minutesAgo(-2), noon)).toBe("just now");
  });

  test("of this week is said with its day and time", () => {
    expect(momentText(minutesAgo(26 * 60), noon)).toMatch(/^yesterday, 10:00/);
    expect(momentText(minutesAgo(50 * 60), noon)).toMatch(/^Tuesday, 10:00/);
  });
});

describe("reckoning with days", () => {
  const someDay = fc
    .date({ min: new Date("1980-01-01"), max: new Date("2080-01-01"), noInvalidDate: true })
    .map(localDay);

  test("a day so many days later is so many days away", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -9999, max: 9999 }), (day, days) => {
        expect(daysBetween(day, daysAfter(day, days))).toBe(days);
      }),
    );
  });

  test("next Monday is a Monday, one to seven days away", () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const monday = nextMonday(day);

        expect(noonOf(monday).getDay()).toBe(1);
        expect(daysBetween(day, monday)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(day, monday)).toBeLessThanOrEqual(7);
      }),
    );
  });
});
