/** Calendar files as programs really write them: damaged, with foreign zones, repeating, for whole days, with HTML. */
import { expect, test } from "vitest";
import { readCalendar } from "../../../src/screens/events/parse_ics";

const NOW = new Date("2026-06-10T10:00:00Z");

function calendar(inside: string, head = ""): string {
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${head}${inside}END:VCALENDAR\n`;
}

function event(lines: string, uid = "fair@example.org"): string {
  return `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:Fair\n${lines}\nEND:VEVENT\n`;
}

const read = (text: string) => readCalendar(text, NOW);
const start = (lines: string, head = "") => read(calendar(event(lines), head)).events[0]?.starts_at;
const iso = (text: string) => new Date(text).toISOString();
const sameMoment = (one: string | null | undefined, other: string) =>
  expect(iso(one ?? "")).toBe(iso(other));

const SOUND = event("DTSTART:20260612T170000Z", "sound@example.org");

test("of a file with broken lines the sound events are read, and the loss is counted", () => {
  const damaged = [
    event("DTSTART:20260611T170000Z\nDTEND:None", "no_end"),
    event("DTSTART:tomorrow", "no_start"),
    event("DTSTART:20260613T170000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO, TU", "blank_in_rule"),
    event("DTSTART:20260614T170000Z\nRRULE:FREQ=SOMETIMES", "no_rule"),
    event("DTSTART:20260615T170000Z\nDURATION:soon\nGEO:nowhere\nATTACH", "odd_values"),
  ].join("");

  const { events, ...loss } = read(calendar(damaged + SOUND));

  expect(events.map(({ calendar_uid }) => calendar_uid.split(" ")[0])).toEqual([
    "no_end",
    "sound@example.org",
    "blank_in_rule",
    "no_rule",
    "odd_values",
  ]);
  expect(loss).toEqual({ entryCount: 6, lostCount: 1, isCutOff: false });
});

test("a description that was not folded is read as a whole", () => {
  const lines =
    "DTSTART:20260612T170000Z\nDESCRIPTION:Dear all,\nsee you\nNote: bring ID\nhttps://x.example/1\nLOCATION:Oslo";

  const [fair] = read(calendar(event(lines))).events;

  expect(fair).toMatchObject({
    notes: "Dear all,\nsee you\nNote: bring ID\nhttps://x.example/1",
    place: "Oslo",
    link: "https://x.example/1",
  });
});

test.each([
  ["a MIME line behind it", `${calendar(SOUND)}\n--=_boundary--\n`, [1, 0, false]],
  ["a mail around it", `Content-Type: text/calendar\n\n${calendar(SOUND)}--x--`, [1, 0, false]],
  [
    "an event that breaks off",
    calendar(SOUND).replace("END:VCALENDAR\n", "BEGIN:VEVENT\nUID:b\nDTST"),
    [2, 1, true],
  ],
  ["an end that is missing", calendar(SOUND).replace("END:VCALENDAR\n", ""), [1, 0, true]],
  [
    "an event that never ends",
    calendar(`BEGIN:VEVENT\nUID:b\nDTSTART:20260611T100000Z\n${SOUND}`),
    [2, 0, false],
  ],
  [
    "an alarm within",
    calendar(SOUND.replace("END", "BEGIN:VALARM\nDESCRIPTION:Ring\nEND:VALARM\nEND")),
    [1, 0, false],
  ],
  [
    "lines ended by CR LF and a mark at its start",
    `\uFEFF${calendar(SOUND).replaceAll("\n", "\r\n")}`,
    [1, 0, false],
  ],
  [
    "two calendars",
    calendar(SOUND) + calendar(event("DTSTART:20260613T170000Z", "b")),
    [2, 0, false],
  ],
  ["an event alone", SOUND, [1, 0, false]],
])("a file with %s is read", (_, text, [entryCount, lostCount, isCutOff]) => {
  const { events, ...loss } = read(text as string);

  expect(events.some(({ calendar_uid }) => calendar_uid === "sound@example.org")).toBe(true);
  expect(loss).toEqual({ entryCount, lostCount, isCutOff });
});

test.each([
  ["DTSTART;TZID=Eastern Standard Time:20260603T190000", "2026-06-03T23:00Z"],
  ['DTSTART;TZID="Eastern Standard Time":20260603T190000', "2026-06-03T23:00Z"],
  ["DTSTART;TZID=W. Europe Standard Time:20260603T190000", "2026-06-03T17:00Z"],
  ["DTSTART;TZID=Pacific Daylight Time:20260603T190000", "2026-06-04T02:00Z"],
  ["DTSTART;TZID=/America/New_York:20260603T190000", "2026-06-03T23:00Z"],
  ["DTSTART;TZID=/citadel.org/20190914_1/Europe/London:20260603T190000", "2026-06-03T18:00Z"],
  [
    "DTSTART;TZID=/freeassociation.sourceforge.net/America/Argentina/Ushuaia:20260603T190000",
    "2026-06-03T22:00Z",
  ],
  ["DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20260603T190000", "2026-06-03T17:00Z"],
  ['DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20260603T190000', "2026-06-03T23:00Z"],
  ["DTSTART;TZID=GMT+0200:20260603T190000", "2026-06-03T17:00Z"],
  ["DTSTART;TZID=UTC:20260603T190000", "2026-06-03T19:00Z"],
  ["DTSTART:20260603T190000+0200", "2026-06-03T17:00Z"],
  ["DTSTART:2026-06-03T19:00:00Z", "2026-06-03T19:00Z"],
  ["DTSTART;VALUE=DATE-TIME:20260603T1900Z", "2026-06-03T19:00Z"],
])("%s is the right moment", (lines, moment) => {
  sameMoment(start(lines), moment);
});

test("a time without a zone is one of the calendar's zone", () => {
  sameMoment(
    start("DTSTART:20260603T190000", "X-WR-TIMEZONE:America/New_York\n"),
    "2026-06-03T23:00Z",
  );
  sameMoment(
    start("DTSTART:20260603T190000", "X-WR-TIMEZONE:Eastern Standard Time\n"),
    "2026-06-03T23:00Z",
  );
  sameMoment(
    start("DTSTART;TZID=Nowhere:20260603T190000", "X-WR-TIMEZONE:UTC\n"),
    "2026-06-03T19:00Z",
  );
  sameMoment(start("DTSTART:20260603T190000"), new Date(2026, 5, 3, 19).toISOString());
});

test.each([
  ["DTSTART;VALUE=DATE:20260603", "2026-06-03", "2026-06-03"],
  ["DTSTART:20260603", "2026-06-03", "2026-06-03"],
  ["DTSTART;VALUE=DATE:20260329\nDURATION:P1D", "2026-03-29", "2026-03-29"],
  ["DTSTART:20261214\nDTEND:20261217", "2026-12-14", "2026-12-16"],
  ["DTSTART;VALUE=DATE:20261214\nDTEND;VALUE=DATE:20261214", "2026-12-14", "2026-12-14"],
  ["DTSTART;VALUE=DATE:20261214T000000\nDURATION:P1W", "2026-12-14", "2026-12-20"],
  ["DTSTART;VALUE=DATE;TZID=America/New_York:20260603", "2026-06-03", "2026-06-03"],
])("%s lasts whole days", (lines, starts_on, ends_on) => {
  const [fair] = read(calendar(event(lines), "X-WR-TIMEZONE:Asia/Tokyo\n")).events;

  expect(fair).toMatchObject({ starts_on, ends_on });
  sameMoment(fair?.starts_at, `${starts_on}T00:00`);
  sameMoment(fair?.ends_at, `${dayAfter(ends_on)}T00:00`);
});

const BERLIN = "DTSTART;TZID=Europe/Berlin:";
test.each([
  [`${BERLIN}20240103T190000\nRRULE:FREQ=MONTHLY;BYDAY=1WE`, "2026-07-01T17:00Z"],
  [`${BERLIN}20250901T190000\nRRULE:FREQ=WEEKLY`, "2026-06-15T17:00Z"],
  [`${BERLIN}20260610T140000\nRRULE:FREQ=DAILY`, "2026-06-10T12:00Z"],
  [
    `${BERLIN}20260601T110000\nDTEND;TZID=Europe/Berlin:20260601T130000\nRRULE:FREQ=DAILY`,
    "2026-06-10T09:00Z",
  ],
  [
    `${BERLIN}20250901T190000\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Berlin:20260615T190000`,
    "2026-06-22T17:00Z",
  ],
  [
    `${BERLIN}20250901T190000\nRRULE:FREQ=WEEKLY\nEXDATE:20260615T170000Z,20260622T170000Z`,
    "2026-06-29T17:00Z",
  ],
  [
    `${BERLIN}20260101T190000\nRDATE;TZID=Europe/Berlin:20260301T190000,20260701T190000`,
    "2026-07-01T17:00Z",
  ],
  [`${BERLIN}20260501T190000\nRRULE:FREQ=WEEKLY;UNTIL=20260515T170000Z`, "2026-05-15T17:00Z"],
  [`${BERLIN}20260501T190000\nRRULE:FREQ=WEEKLY;UNTIL=20260515T165959Z`, "2026-05-08T17:00Z"],
  [`${BERLIN}20260501T190000\nRRULE:FREQ=WEEKLY;COUNT=2`, "2026-05-08T17:00Z"],
  [`${BERLIN}20261001T190000\nRRULE:FREQ=WEEKLY`, "2026-10-01T17:00Z"],
  [
    "DTSTART;TZID=Eastern Standard Time:20250901T190000\nRRULE:FREQ=WEEKLY;BYDAY=MO",
    "2026-06-15T23:00Z",
  ],
  ["DTSTART:19700105T100000Z\nRRULE:FREQ=WEEKLY", "2026-06-15T10:00Z"],
  ["DTSTART:20260601T100000Z\nRRULE:FREQ=SECONDLY", "2026-06-01T10:00Z"],
])("%s comes next when it should, and is a series", (lines, moment) => {
  const [fair] = read(calendar(event(lines))).events;

  sameMoment(fair?.starts_at, moment);
  expect(fair?.series).toBe("Fair");
});

test("whole days that repeat stay whole days", () => {
  const [fair] = read(calendar(event("DTSTART:20200704\nRRULE:FREQ=YEARLY"))).events;

  expect(fair).toMatchObject({ starts_on: "2026-07-04", ends_on: "2026-07-04" });
});

test("each occurrence is an event of its own, the first one under the id of the series", () => {
  const series = calendar(event(`${BERLIN}20260608T190000\nRRULE:FREQ=WEEKLY`));
  const uid = (now: string) => readCalendar(series, new Date(now)).events[0]?.calendar_uid;

  expect(uid("2026-06-08T10:00:00Z")).toBe("fair@example.org");
  expect(uid("2026-06-09T10:00:00Z")).toBe(uid("2026-06-15T10:00:00Z"));
  expect(uid("2026-06-16T10:00:00Z")).not.toBe(uid("2026-06-15T10:00:00Z"));
  expect(uid("2026-06-09T10:00:00Z")).toMatch(/^fair@example.org /);
});

const WEEKLY = event(`${BERLIN}20250901T190000\nRRULE:FREQ=WEEKLY`);
test("an occurrence that was moved is read as it is now", () => {
  const moved = event(
    "RECURRENCE-ID;TZID=Europe/Berlin:20260615T190000\nDTSTART;TZID=Europe/Berlin:20260616T180000\nLOCATION:Oslo",
  );

  const [fair, ...others] = read(calendar(moved + WEEKLY)).events;

  expect(others).toEqual([]);
  expect(fair?.place).toBe("Oslo");
  sameMoment(fair?.starts_at, "2026-06-16T16:00Z");
});

test("an occurrence that is cancelled is said, and the next one takes place", () => {
  const gone = event(
    "RECURRENCE-ID:20260615T170000Z\nDTSTART;TZID=Europe/Berlin:20260615T190000\nSTATUS:CANCELLED",
  );

  const { events } = read(calendar(WEEKLY + gone));

  expect(events.map((one) => [one.starts_at.slice(0, 10), one.is_cancelled])).toEqual([
    ["2026-06-15", true],
    ["2026-06-22", false],
  ]);
});

test.each([
  ["by its method", calendar(event("DTSTART:20260612T170000Z"), "METHOD:CANCEL\n")],
  ["by its status", calendar(event("DTSTART:20260612T170000Z\nSTATUS:CANCELLED"))],
  [
    "by a later version",
    calendar(
      `${event("DTSTART:20260612T170000Z\nSEQUENCE:1\nSTATUS:CANCELLED")}${event("DTSTART:20260612T170000Z\nSEQUENCE:0")}`,
    ),
  ],
  ["as a series", calendar(WEEKLY, "METHOD:CANCEL\n")],
])("an event is cancelled %s", (_, text) => {
  const { events } = read(text);

  expect(events.map((one) => [one.calendar_uid, one.is_cancelled])).toEqual([
    ["fair@example.org", true],
  ]);
});

const LINK = "https://example.org/m";
test.each([
  [`CONFERENCE;VALUE=URI;FEATURE=VIDEO:${LINK}`, { link: LINK }],
  [`X-GOOGLE-CONFERENCE:${LINK}`, { link: LINK }],
  [`X-MICROSOFT-SKYPETEAMSMEETINGURL:${LINK}`, { link: LINK }],
  [`DESCRIPTION:Join at <${LINK}>.`, { link: LINK, notes: `Join at <${LINK}>.` }],
  [`DESCRIPTION:Join (${LINK}).\\nBye`, { link: LINK }],
  [`LOCATION:${LINK}`, { link: LINK, place: "" }],
  [`LOCATION:Zoom: ${LINK}`, { link: LINK, place: "Zoom" }],
  [
    `URL:https://example.org/e\nLOCATION:${LINK}`,
    { link: "https://example.org/e", place: "", notes: LINK },
  ],
  ["LOCATION:Oslo\\, Storgata 1", { link: "", place: "Oslo, Storgata 1" }],
])("of %s the link is found, and no link is a place", (lines, expected) => {
  const [fair] = read(calendar(event(`DTSTART:20260612T170000Z\n${lines}`))).events;

  expect(fair).toMatchObject(expected);
});

test.each([
  ["<b>Agenda</b><br>One &amp; two", "Agenda\nOne & two"],
  ["<p>Hi\\, all</p><p>Bye</p>", "Hi, all\nBye"],
  ["<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"],
  ['<a href="https://x.example/a">Sign up</a> now', "Sign up (https://x.example/a) now"],
  ['<a href="https://x.example/a">https://x.example/a</a>', "https://x.example/a"],
  ["Tom &amp\\; Jerry &#8211\\; live", "Tom & Jerry – live"],
  ["<!-- wp:paragraph --><p>Join us</p><!-- /wp:paragraph -->", "Join us"],
  ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
  ["<ana@example.org> wrote", "<ana@example.org> wrote"],
])("the description %s is plain text", (written, notes) => {
  const [fair] = read(calendar(event(`DTSTART:20260612T170000Z\nDESCRIPTION:${written}`))).events;

  expect(fair?.notes).toBe(notes);
});

test("a calendar of version 1.0 is decoded", () => {
  const lines =
    "DTSTART:20260617T160000Z\nDESCRIPTION;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9=0D=0A=\nand more";

  expect(read(calendar(event(lines))).events[0]?.notes).toBe("Café\nand more");
});

function dayAfter(day: string): string {
  const moment = new Date(`${day}T12:00Z`);
  moment.setUTCDate(moment.getUTCDate() + 1);
  return moment.toISOString().slice(0, 10);
}
