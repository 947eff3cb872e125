/** Calendar files as real programs write them: times are right in every zone, and each event is read once. */
import { expect, test } from "vitest";
import { readCalendar as read } from "../../../src/screens/events/parse_ics";

const NOW = new Date("2026-05-01T10:00:00Z");
const readCalendar = (text: string) => read(text, NOW).events;

const OUTLOOK_ZONE = `BEGIN:VTIMEZONE
TZID:Somewhere of our own
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0600
TZOFFSETTO:+0500
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0500
TZOFFSETTO:+0600
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
`;

function calendar(inside: string): string {
  return `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n${inside}END:VCALENDAR\n`;
}

function event(lines: string, uid = "fair@example.org"): string {
  return `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:Fjord fair\n${lines}\nEND:VEVENT\n`;
}

test("name, place, link and description come along", () => {
  const lines =
    "DTSTART:20260514T170000Z\nLOCATION:Oslo\\, Storgata 1\nURL:https://fair.example\nDESCRIPTION:Bring\\na friend";

  const [fair] = readCalendar(calendar(event(lines)));

  expect(fair).toMatchObject({
    calendar_uid: "fair@example.org",
    name: "Fjord fair",
    place: "Oslo, Storgata 1",
    link: "https://fair.example",
    notes: "Bring\na friend",
    ends_at: null,
  });
});

test.each([
  ["UTC", "DTSTART:20260514T170000Z\nDTEND:20260514T200000Z", "17:00", "20:00"],
  ["a known zone", "DTSTART;TZID=Europe/Oslo:20260514T190000\nDURATION:PT3H", "17:00", "20:00"],
  [
    "a zone of its own",
    "DTSTART;TZID=Somewhere of our own:20260514T230000\nDURATION:PT1H",
    "17:00",
    "18:00",
  ],
  [
    "a day in another zone",
    "DTSTART;TZID=America/New_York:20260514T130000\nDURATION:PT1H",
    "17:00",
    "18:00",
  ],
])("the time is right in %s", (_zone, lines, begin, end) => {
  const [fair] = readCalendar(calendar(OUTLOOK_ZONE + event(lines)));

  expect(Date.parse(fair?.starts_at ?? "")).toBe(Date.parse(`2026-05-14T${begin}:00Z`));
  expect(Date.parse(fair?.ends_at ?? "")).toBe(Date.parse(`2026-05-14T${end}:00Z`));
});

test("a whole day lasts from midnight to midnight here", () => {
  const [fair] = readCalendar(calendar(event("DTSTART;VALUE=DATE:20260514")));

  expect(fair?.starts_at).toBe(new Date(2026, 4, 14).toISOString());
  expect(fair?.ends_at).toBe(new Date(2026, 4, 15).toISOString());
});

test("several events are listed by time, and one without a time is left out", () => {
  const late = event("DTSTART:20260515T170000Z", "late");
  const early = event("DTSTART:20260514T170000Z\nSTATUS:CANCELLED", "early");

  const found = readCalendar(calendar(late + early + event("CLASS:PUBLIC", "never")));

  expect(found.map((one) => [one.calendar_uid, one.is_cancelled])).toEqual([
    ["early", true],
    ["late", false],
  ]);
});

test.each(["", "no calendar", "<html></html>", "BEGIN:VCARD\nEND:VCARD"])(
  "%j is no calendar",
  (text) => {
    expect(() => readCalendar(text)).toThrow();
  },
);
