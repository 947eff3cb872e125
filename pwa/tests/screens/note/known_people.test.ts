/** Known people are found by the beginnings of words, by name first. */

import { expect, test } from "vitest";
import { defaults } from "../../../src/data/kinds.gen";
import { findNamesake, suggestPeople } from "../../../src/screens/note/known_people";

function person(name: string, fields = {}) {
  const body = { ...defaults.person, name, ...fields };
  return {
    id: name,
    kind: "person" as const,
    seq: 1,
    body,
    refused: null,
    kept: {},
    unsynced: false,
  };
}

const ana = person("Ána Ruiz");
const ben = person("Ben Anand", { organisation: "Fjord" });
const cleo = person("Cleo", { traits: "tall, climbs, knows Ana" });

test("three letters find everybody whose name has a word that begins so", () => {
  const found = suggestPeople([cleo, ben, ana], "ana", []);

  expect(found).toEqual([ben, ana, cleo]);
});

test("somebody is found by a trait or an organisation", () => {
  expect(suggestPeople([ana, ben, cleo], "clim", [])).toEqual([cleo]);
  expect(suggestPeople([ana, ben, cleo], "fjo", [])).toEqual([ben]);
});

test("who is on the card already is not suggested", () => {
  expect(suggestPeople([ana, ben], "ana", [ana.id])).toEqual([ben]);
});

test("a name borne by two people is nobody's namesake", () => {
  const other = { ...ana, id: "another" };

  expect(findNamesake([ana, ben], "ana ruiz")).toBe(ana);
  expect(findNamesake([ana, other], "ana ruiz")).toBeUndefined();
});
