/** The rows of the list: one for each person, whatever was found of them. */
import { expect, test } from "vitest";
import { defaults } from "../../../src/data/kinds.gen";
import { rowOf, rowsOfHits } from "../../../src/screens/people/list_rows";
import type { SavedPerson } from "../../../src/screens/people/person_query";

const ana: SavedPerson = {
  id: "ana",
  kind: "person",
  seq: 1,
  body: { ...defaults.person, name: "Ana", role: "CTO", organisation: "Fjord" },
  refused: null,
  kept: {},
  unsynced: false,
};
const everybody = new Map([["ana", ana]]);
const hit = { kind: "conversation", id: "talk", personIds: ["ana"], field: "problem" };

test("somebody is listed with role and organisation", () => {
  expect(rowOf(ana)).toMatchObject({ name: "Ana", detail: "CTO at Fjord", href: "/people/ana" });
});

test("somebody without a name is listed by what to know them by", () => {
  const nameless = { ...ana, body: { ...defaults.person, traits: "tall, climbs\nblue badge" } };

  expect(rowOf(nameless)).toMatchObject({ name: "tall, climbs", detail: "" });
});

test("several hits about one person are one row, which leads to the best of them", () => {
  const hits = [
    { ...hit, excerpt: "drowning in audits" },
    { ...hit, id: "other", excerpt: "audits again" },
  ];

  const rows = rowsOfHits(hits, everybody);

  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    name: "Ana",
    detail: "drowning in audits",
    href: "/people/ana?at=talk",
    further: 1,
  });
});

test("what to know them by stands in a row by itself, so that its words are seen", () => {
  const found = { ...hit, kind: "person", id: "ana", field: "traits", excerpt: "tall, climbs" };

  const [row] = rowsOfHits([found], everybody);

  expect(row).toMatchObject({ foundIn: null, detail: "tall, climbs" });
});

test("a problem is named as theirs, and is not counted again on the card that told it", () => {
  const excerpt = "drowning in audits";
  const problem = { ...hit, kind: "problem", id: "told", field: "what", excerpt };

  const [row] = rowsOfHits([problem, { ...hit, excerpt }], everybody);

  expect(row).toMatchObject({ foundIn: "their problem", href: "/people/ana?at=told", further: 0 });
});

test("a problem of nobody and a strength of mine are no rows of their own", () => {
  const mine = { ...hit, kind: "strength", id: "mine", personIds: ["me"], excerpt: "audits" };
  const nobodys = { ...hit, kind: "problem", id: "told", personIds: [], excerpt: "audits" };

  expect(rowsOfHits([mine, nobodys], everybody)).toEqual([]);
});

test("a conversation with nobody leads to itself", () => {
  const alone = { ...hit, personIds: [], excerpt: "a translator" };

  const [row] = rowsOfHits([alone], everybody);

  expect(row).toMatchObject({ name: "A conversation", href: "/people/conversations/talk" });
});
