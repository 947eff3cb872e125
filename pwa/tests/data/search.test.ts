/** Search finds any words in any field, as half remembered as they are typed. */
import { expect, test } from "vitest";
import { entryOf, search } from "../../src/data/search";
import type { Stored } from "../../src/data/types";

function stored(kind: string, id: string, body: Stored["body"]): Stored {
  return { id, kind, seq: 1, body, deleted_at: null };
}

const all = [
  stored("person", "zoe", { name: "Zoë Bergström", traits: "climbs, tall, blue badge" }),
  stored("person", "ana", { name: "Ana", organisation: "Fjord", emails: ["ana@fjord.example"] }),
  stored("conversation", "talk", {
    person_ids: ["zoe"],
    problem: "drowning in audits",
    who: "Zoë",
  }),
  stored("follow_up", "owed", { person_ids: ["ana"], what: "send Li's number to Fjord" }),
];

function found(text: string, records = all): string[] {
  const entries = records.map(entryOf).filter((entry) => entry !== undefined);
  return search(entries, text, 10).map(({ id }) => id);
}

test("a word of any field finds the record", () => {
  expect(found("climbs")).toEqual(["zoe"]);
  expect(found("drowning")).toEqual(["talk"]);
  expect(found("fjord.example")).toEqual(["ana"]);
});

test("accents and capitals make no difference", () => {
  expect(found("ZOE bergstrom")).toEqual(["zoe"]);
});

test.each([
  ["lukasz", "Łukasz"],
  ["soren", "Søren"],
  ["strasse", "Straße 5"],
  ["STRASSE", "Große Straße"],
  ["aero", "Ærø"],
  ["dordevic", "Đorđević"],
  ["thor", "Þór"],
  ["istanbul", "İstanbul"],
  ["isik", "Işık"],
  ["coeur", "Cœur"],
  ["łukasz", "Lukasz"],
  ["Müller", "Mu\u0308ller"],
])("%s finds %s", (typed, name) => {
  expect(found(typed, [stored("person", "p", { name })])).toEqual(["p"]);
});

test.each([
  ["1702222222", "+49 170 2222222"],
  ["0170 222 2222", "+49 170 2222222"],
  ["0170/2222222", "+49-170-222-2222"],
  ["+49 170 2222222", "0170 2222222"],
  ["0049170", "+49 170 2222222"],
  ["2222222", "+49 (0)170 22 22 222"],
  ["(0170) 222 2222", "+49 (0)170 2222222"],
  ["1702222", "+49 170 222 2222"],
  ["01702222222", "+٤٩ ١٧٠ ٢٢٢٢٢٢٢"],
])("the number %s finds %s", (typed, phone) => {
  const people = [stored("person", "p", { name: "Ana", phones: ["+45 1234", phone] })];

  expect(found(typed, people)).toEqual(["p"]);
  expect(found(`ana ${typed}`, people)).toEqual(["p"]);
  expect(found(`bo ${typed}`, people)).toEqual([]);
  expect(found(typed, [stored("person", "q", { phones: ["+44 160 1111111"] })])).toEqual([]);
});

test("a number in a note is found by its digits, and shown", () => {
  const entry = entryOf(stored("conversation", "c", { notes: "Call +49 (0)170 - 222 22 22 soon" }));

  const [hit] = search(entry ? [entry] : [], "0170 2222222", 10);

  expect(hit).toMatchObject({ field: "notes", excerpt: "Call +49 (0)170 - 222 22 22 soon" });
});

test("all words must be there, in any order and field", () => {
  expect(found("badge zoe")).toEqual(["zoe"]);
  expect(found("badge ana")).toEqual([]);
});

test("people whose name begins with the word come first, then where a word begins with it", () => {
  const more = [
    ...all,
    stored("person", "hannah", { name: "Hanna" }),
    stored("event", "fair", { name: "Anatomy" }),
  ];

  expect(found("ana", more)).toEqual(["ana", "fair"]);
  expect(found("an", more)[0]).toBe("ana");
  expect(found("anna", more)).toEqual(["hannah"]);
});

test("a hit says whom it is about and shows the place", () => {
  const long = `${"before ".repeat(40)}drowning in audits ${"after ".repeat(40)}`;
  const entry = entryOf(stored("conversation", "talk", { person_ids: ["zoe"], problem: long }));

  const [hit] = search(entry ? [entry] : [], "audits", 10);

  expect(hit).toMatchObject({ personIds: ["zoe"], field: "problem" });
  expect(hit?.excerpt).toMatch(/^….*drowning in audits.*…$/);
});

test("the excerpt shows the place of a word that was typed without its accents", () => {
  const notes = `${"Zürich, Genève, Málaga — ".repeat(8)}then München for the fair`;
  const entry = entryOf(stored("person", "ana", { notes }));

  const [hit] = search(entry ? [entry] : [], "munchen", 10);

  expect(hit?.excerpt).toContain("München for the fair");
});

test("what the app keeps for itself is not found", () => {
  const kept = [
    stored("prompt_use", "use", { family: "open", style: "open_question", prompt_id: "open_1" }),
    stored("nudge", "nudge", { person_ids: ["zoe"], put_off_to: "2026-12-24" }),
    stored("event", "fair", { name: "Fair", calendar_uid: "uid-4711@calendar.example" }),
    stored("conversation", "card", { who: "Zoë", is_line_unread: true, decided: ["Role: CTO"] }),
  ];

  for (const words of ["question", "open", "24", "4711", "true", "CTO"]) {
    expect(found(words, kept)).toEqual([]);
  }
});

test("what is deleted, settings, ids and moments are not found", () => {
  const gone = {
    ...stored("person", "gone", { name: "Gone" }),
    deleted_at: "2026-01-01T00:00:00Z",
  };
  const theme = stored("setting", "theme", { name: "theme", value: "dark" });
  const moment = stored("person", "moment", { captured_at: "2026-01-01T00:00:00Z" });

  expect(found("gone", [gone])).toEqual([]);
  expect(found("dark", [theme])).toEqual([]);
  expect(found("2026", [moment])).toEqual([]);
});

test("nothing but spaces finds nothing", () => {
  expect(found("  ")).toEqual([]);
});

test("the own card is nobody to be found", () => {
  const body = { is_me: true, name: "Ada" };

  expect(entryOf({ id: "1", kind: "person", seq: 1, body, deleted_at: null })).toBeUndefined();
});
