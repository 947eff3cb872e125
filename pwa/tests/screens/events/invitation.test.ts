/** An invitation becomes an event: what is certain is filled in, and every word is kept. */
import { expect, test } from "vitest";
import { readInvitation } from "../../../src/screens/events/invitation";

const READING = { now: new Date("2026-05-12T10:00:00Z"), zone: "Europe/Oslo", language: "en-GB" };
const NOTHING = { name: "", place: "", link: "", starts_at: null, ends_at: null };
const EVENING = { starts_at: "2026-05-14T17:00:00Z", ends_at: "2026-05-14T20:00:00Z" };

test.each([
  [
    "labels",
    "What: Fjord meetup\nWhen: 14 May 2026, 19:00 - 22:00\nWhere: Café Ny, Storgata 1\nhttps://fjord.example/meet",
    {
      name: "Fjord meetup",
      place: "Café Ny, Storgata 1",
      link: "https://fjord.example/meet",
      ...EVENING,
    },
  ],
  [
    "a headline, then the day",
    "Founders Night\nThursday 14 May, 19:00–22:00 at Sentralen, Oslo",
    { name: "Founders Night", place: "Sentralen, Oslo", ...EVENING },
  ],
  [
    "the time below the day",
    "Founders Night\nThursday, 14 May\n7pm - 10pm\n📍 Sentralen",
    { name: "Founders Night", place: "Sentralen", ...EVENING },
  ],
  [
    "a sentence",
    "Hi! You're invited to Nordic Summit on 14 May at 7pm. Bring a friend.",
    { name: "Nordic Summit", starts_at: EVENING.starts_at },
  ],
  ["a weekday to come", "Drinks on Friday at 18:30?", { starts_at: "2026-05-15T16:30:00Z" }],
  ["a day without a time", "See you on 14 May", { starts_at: "2026-05-13T22:00:00Z" }],
  [
    "a day already past this year, as one to come",
    "Party on 3 May",
    { starts_at: "2027-05-02T22:00:00Z" },
  ],
  ["another zone", "Webinar 14 May 2026 19:00 UTC", { starts_at: "2026-05-14T19:00:00Z" }],
  ["a link alone", "https://lu.ma/abc", { link: "https://lu.ma/abc" }],
  ["a time of day alone", "Let's talk at 5pm", {}],
  ["nothing that is sure", "We should do this again some day", {}],
  [
    "numbers in a link",
    "https://x.example/2026/05/14/fair",
    { link: "https://x.example/2026/05/14/fair" },
  ],
  ["", "", {}],
])("it reads %s", (_what, text, sure) => {
  expect(readInvitation(text, READING)).toEqual({ ...NOTHING, ...sure, notes: text });
});

test("3/4 is read by the language of the browser", () => {
  const read = (language: string) =>
    readInvitation("Fair 3/4/2027 10:00", { ...READING, language }).starts_at;

  expect(read("en-GB")).toBe("2027-04-03T08:00:00Z");
  expect(read("en-US")).toBe("2027-03-04T09:00:00Z");
});

test("a name longer than a line is cut, and whole in the notes", () => {
  const text = `Subject: ${"Fair ".repeat(60)}\n14 May`;

  const { name, notes } = readInvitation(text, READING);

  expect(name).toHaveLength(200);
  expect(notes).toBe(text);
});
