/** The sections of the list of events, and the questions that a preparation offers. */
import { expect, test } from "vitest";
import { defaults } from "../../../src/data/kinds.gen";
import type { Saved } from "../../../src/data/queries";
import { sectionsOf } from "../../../src/screens/events/event_sections";
import { questionsFor } from "../../../src/screens/events/questions";

const NOW = new Date("2026-05-12T20:00:00Z");

function saved<K extends "event" | "target">(kind: K, id: string, body: object): Saved<K> {
  const whole = { ...defaults[kind], ...body };
  return { id, kind, seq: 1, body: whole, refused: null, kept: {}, unsynced: false };
}

const EVENTS = [
  saved("event", "past", { series: "Fairs", starts_at: "2026-05-01T10:00:00Z" }),
  saved("event", "coming", { series: "Fairs", starts_at: "2026-06-01T10:00:00Z" }),
  saved("event", "on", { starts_at: "2026-05-12T19:00:00Z", ends_at: "2026-05-12T22:00:00Z" }),
];

test("by time what is on comes first, then what comes, then what is past", () => {
  const sections = sectionsOf(EVENTS, "time", NOW);

  expect(sections.map(({ title, events }) => [title, ...events.map(({ id }) => id)])).toEqual([
    ["On now", "on"],
    ["Upcoming", "coming"],
    ["Past", "past"],
  ]);
});

test("by series the named ones come first, and what is coming before what is past", () => {
  const sections = sectionsOf(EVENTS, "series", NOW);

  expect(sections.map(({ title, events }) => [title, ...events.map(({ id }) => id)])).toEqual([
    ["Fairs", "coming", "past"],
    ["No series", "on"],
  ]);
});

test("the questions for the targets come first, then those that fit the goal, six at most", () => {
  const ana = saved("target", "ana", { question: "What did you try before?" });

  const questions = questionsFor("Hire a designer", [
    { ...ana, name: "Ana", person_id: null, met: null },
  ]);

  expect(questions.slice(0, 2)).toEqual([
    "What did you try before?",
    "Which role is hardest to fill?",
  ]);
  expect(questions).toHaveLength(6);
});
