/** Which event is on, by its times and by when it was started and ended by hand. */
import { expect, test } from "vitest";
import {
  eventsComing,
  eventsOn,
  eventsPast,
  isOnDayOf,
  whenIs,
} from "../../../src/domain/events/on";
import { eventTimesText, spanOf } from "../../../src/domain/events/times";

const PLANNED = {
  starts_at: local("19:00"),
  ends_at: local("22:00"),
  started_at: null,
  ended_at: null,
};
const OPEN_END = { ...PLANNED, ends_at: null };
const UNPLANNED = { ...OPEN_END, starts_at: null };

test.each([
  ["before it begins", PLANNED, "18:59", "coming"],
  ["when it begins", PLANNED, "19:00", "on"],
  ["until it ends", PLANNED, "21:59", "on"],
  ["when it ends", PLANNED, "22:00", "past"],
  ["on its day, without an end", OPEN_END, "23:59", "on"],
  ["in the night after its day, without an end", OPEN_END, "27:59", "on"],
  ["at the end of that night", OPEN_END, "28:00", "past"],
  ["before it begins, without an end", OPEN_END, "12:00", "coming"],
  ["with an end before its begin", { ...PLANNED, ends_at: local("18:00") }, "23:00", "on"],
  ["without any time", UNPLANNED, "12:00", "coming"],
  ["started early by hand", { ...PLANNED, started_at: local("18:00") }, "18:30", "on"],
  ["started by hand, beyond its end", { ...PLANNED, started_at: local("19:00") }, "23:00", "on"],
  ["started by hand and forgotten", { ...PLANNED, started_at: local("19:00") }, "28:01", "past"],
  ["started by hand without any time", { ...UNPLANNED, started_at: local("12:00") }, "12:00", "on"],
  ["started by hand after midnight", { ...UNPLANNED, started_at: local("24:30") }, "28:01", "past"],
  ["ended by hand", { ...PLANNED, ended_at: local("20:00") }, "20:30", "past"],
  [
    "started again after it was ended",
    { ...PLANNED, started_at: local("20:30"), ended_at: local("20:00") },
    "21:00",
    "on",
  ],
])("%s an event is where it should be", (_when, times, clock, expected) => {
  expect(whenIs(times, new Date(local(clock)))).toBe(expected);
});

test("of two that are on, the one started by hand counts, else the one that began later", () => {
  const [fair, meetup, walk] = [
    { id: "fair", body: { ...PLANNED, starts_at: local("09:00") } },
    { id: "meetup", body: PLANNED },
    { id: "walk", body: { ...UNPLANNED, started_at: local("08:00") } },
  ];

  const on = eventsOn([fair, meetup, walk], new Date(local("20:00")));

  expect(on.map(({ id }) => id)).toEqual(["walk", "meetup", "fair"]);
});

test("what comes stands soonest first, without a time last; what is past latest first", () => {
  const at = (clock: string) => ({
    body: { ...PLANNED, starts_at: local(clock), ends_at: local(clock, 5) },
  });
  const [early, late, someDay] = [at("10:00"), at("12:00"), { body: UNPLANNED }];

  expect(eventsComing([someDay, late, early], new Date(local("09:00")))).toEqual([
    early,
    late,
    someDay,
  ]);
  expect(eventsPast([someDay, early, late], new Date(local("15:00")))).toEqual([late, early]);
});

const DAYS = {
  ...PLANNED,
  starts_on: "2026-05-12",
  ends_on: "2026-05-13",
  // As they were written down in another zone.
  starts_at: "2026-05-11T12:00:00Z",
  ends_at: "2026-05-13T12:00:00Z",
};

test("whole days are the same days in every zone", () => {
  const now = new Date(local("12:00"));

  expect(spanOf(DAYS)).toEqual({
    begin: new Date(2026, 4, 12).getTime(),
    end: new Date(2026, 4, 14).getTime(),
  });
  expect(isOnDayOf(DAYS, now)).toBe(true);
  expect(eventTimesText(DAYS, now)).toBe("today – tomorrow, all day");
  expect(eventTimesText({ ...DAYS, ends_on: DAYS.starts_on }, now)).toBe("today, all day");
});

test("a cancelled event is never on, unless somebody starts it", () => {
  const cancelled = { ...PLANNED, cancelled_at: local("09:00") };
  const now = new Date(local("20:00"));

  expect(whenIs(cancelled, now)).toBe("coming");
  expect(whenIs(cancelled, new Date(local("23:00")))).toBe("past");
  expect(whenIs({ ...cancelled, started_at: local("19:30") }, now)).toBe("on");
});

/** Return a moment of the evening by local time; hours beyond 24 are in the night after it. */
function local(clock: string, minutesLater = 0): string {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return new Date(2026, 4, 12, hour, minute + minutesLater).toISOString();
}
