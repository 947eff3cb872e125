/** Laws of the line: parts stand where they say, nothing is made up, nothing breaks. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNote } from "../../../src/domain/note_parser/parse_note";
import type { ParsedNote, Span } from "../../../src/domain/note_parser/parsed_note";
import { momentOf, wallClock } from "../../../src/domain/note_parser/wall_clock";
import { busyMilliseconds } from "../../busy";
import { cases, writingOf } from "./tally";

const writing = writingOf();
const words = fc.constantFrom(
  ..."Ana ,: . met May Will I'll send her the deck by Friday 14 next ?".split(" "),
);
const anyLine = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.array(words, { maxLength: 30 }).map((list) => list.join(" ")),
  fc.constantFrom(...cases.map(({ line }) => line)),
);

test("every part is cut from the line where it says", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const found = parseNote(line, writing);

      for (const { value, from, to } of [...literal(found), ...found.mentions])
        expect(line.slice(from, to)).toBe(value);
    }),
  );
});

test("what is not understood is all in the rest", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const found = parseNote(line, writing);
      const places: Span[] = [...literal(found), ...found.mentions, ...found.rest];
      const dates = [...found.their_dates, ...found.promises.flatMap(({ due }) => due ?? [])];
      const covered = new Set([...places, ...dates].flatMap(placesOf));

      for (const [at, letter] of [...line].entries())
        if (line.length === [...line].length && /[\p{L}\p{N}]/u.test(letter))
          expect(covered.has(at)).toBe(true);
    }),
  );
});

test("a line in another language stays whole", () => {
  const line = "Ana, CTO bei Fjord: ertrinkt in Audits. Ich schicke ihr bis Freitag die Nummer";

  const found = parseNote(line, writing);

  expect(literal(found)).toEqual([]);
  expect(found.rest).toEqual([{ from: 0, to: line.length }]);
});

test("a name with two owners asks which, and one in another organisation asks too", () => {
  const people = [
    { id: "ana", name: "Ana Costa", organisation: "Fjord" },
    { id: "ana_two", name: "Ana Berg" },
  ];

  const [two] = parseNote("Ana: stuck on hiring", { ...writing, people }).who;
  const one = parseNote("Ana, CTO at Volt", { ...writing, people: people.slice(0, 1) }).who[0];

  expect(two?.name).toMatchObject({ person_ids: ["ana", "ana_two"], sure: false });
  expect(one?.name).toMatchObject({ person_ids: ["ana"], sure: false });
});

test("a promise of theirs is owed by them, and a day after which it falls asks", () => {
  const [theirs] = parseNote("Ben: he'll send me the budget by Friday", writing).promises;
  const [mine] = parseNote("Send her the deck after Friday", writing).promises;

  expect(theirs).toMatchObject({ owed_by: "them", due: { due_on: "2026-05-15", sure: true } });
  expect(mine).toMatchObject({ owed_by: "me", due: { due_on: "2026-05-15", sure: false } });
});

test("what happens in their life is said with its day", () => {
  const found = parseNote(
    "Ana: interview 14 May. Wish her luck before her exam on Friday",
    writing,
  );

  expect(found.their_dates).toMatchObject([
    { value: "interview", on: "2026-05-14" },
    { value: "exam", on: "2026-05-15" },
  ]);
  expect(found.promises).toMatchObject([{ due: null }]);
});

test("a wall clock and its moment belong together on both sides of a change of clocks", () => {
  for (const [day, time] of [
    ["2026-03-29", "03:30"],
    ["2026-10-25", "03:30"],
    ["2026-07-01", "00:05"],
  ] as const) {
    const wall = wallClock(new Date(momentOf(day, time, "Europe/Berlin")), "Europe/Berlin");

    expect([wall.getHours(), wall.getMinutes()]).toEqual(time.split(":").map(Number));
  }
});

test.each([
  "a".repeat(100_000),
  "1".repeat(100_000),
  " ".repeat(100_000),
  "A. ".repeat(30_000),
  "Ana, ".repeat(20_000),
])("a line of 100,000 characters is read at once", (line) => {
  expect(busyMilliseconds(() => parseNote(line, writing))).toBeLessThan(1000);
});

/** What is cut from the line as it is; a day in their life has words of its own. */
function literal({ who, problems, promises, phones, emails, links }: ParsedNote) {
  const heads = who.flatMap(({ name, role, organisation }) => [name, role, organisation]);
  return [
    ...heads.filter((part) => part !== null),
    ...problems,
    ...promises,
    ...phones,
    ...emails,
    ...links,
  ];
}

function placesOf({ from, to }: Span): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
