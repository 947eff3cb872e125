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
const hit = { kind: "conversation", id: "met", personIds: ["ana"], field: "problem" };

test("somebody is listed with role and organisation", () => {
  expect(rowOf(ana)).toMatchObject({ name: "Ana", detail: "CTO at Fjord", href: "/people/ana" });
});

test("somebody without a name is listed by how to recognise them", () => {
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
    href: "/people/ana?at=met",
    further: 1,
  });
});

test("the words by which somebody is recognised have a row without a label, so that they fit", () => {
  const found = { ...hit, kind: "person", id: "ana", field: "traits", excerpt: "tall, climbs" };

  const [row] = rowsOfHits([found], everybody);

  expect(row).toMatchObject({ foundIn: null, detail: "tall, climbs" });
});

test("a problem is named as theirs, and is not counted again on the card that noted it", () => {
  const excerpt = "drowning in audits";
  const problem = { ...hit, kind: "problem", id: "noted", field: "what", excerpt };

  const [row] = rowsOfHits([problem, { ...hit, excerpt }], everybody);

  expect(row).toMatchObject({ foundIn: "their problem", href: "/people/ana?at=noted", further: 0 });
});

test("a problem without a person and a strength of mine have no row", () => {
  const mine = { ...hit, kind: "strength", id: "mine", personIds: ["me"], excerpt: "audits" };
  const unassigned = { ...hit, kind: "problem", id: "noted", personIds: [], excerpt: "audits" };

  expect(rowsOfHits([mine, unassigned], everybody)).toEqual([]);
});

test("a conversation with nobody leads to itself", () => {
  const alone = { ...hit, personIds: [], excerpt: "a translator" };

  const [row] = rowsOfHits([alone], everybody);

  expect(row).toMatchObject({ name: "A conversation", href: "/people/conversations/met" });
});
