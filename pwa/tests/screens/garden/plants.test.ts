/** The garden: beds by ring, filtered, in the order chosen. */
import { expect, test } from "vitest";
import { defaults, type PersonRecord } from "../../../src/data/kinds.gen";
import { bedsOf, countStates, type GardenPlant, toPlant } from "../../../src/screens/garden/plants";
import { blank } from "../../domain/warmth/ties";

function plant(name: string, ring: PersonRecord["ring"], daysAgo: number): GardenPlant {
  const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const contact = { at, channel: "call", begun_by: null, answered_at: null } as const;
  const body = { ...defaults.person, name, ring };
  const saved = { id: name, kind: "person", seq: 1, refused: null, kept: {}, unsynced: false };
  const person = { ...saved, body } as GardenPlant["person"];
  return toPlant({ person, tie: { ...blank, ring, contacts: [contact] } });
}

const ana = plant("Ana", "inner", 50);
const ben = plant("Ben", "inner", 1);
const li = plant("Li", null, 400);
const gone = {
  ...plant("Gone", "inner", 50),
  warm: { ...ana.warm, state: "let_go" },
} as GardenPlant;
const garden = [ana, ben, gone, li];

test("each plant is in the bed of its ring, or in the wide one while no ring is chosen", () => {
  expect(names("all", "name")).toEqual({ inner: "Ana Ben", close: "", active: "", wide: "Li" });
});

test("a filter shows one state, and only its own shows people who were let go", () => {
  expect(names("wilting", "name")).toMatchObject({ inner: "Ana", wide: "" });
  expect(names("let_go", "name")).toMatchObject({ inner: "Gone" });
});

test("within a bed the warmest or the coldest come first", () => {
  expect(names("all", "warmest")).toMatchObject({ inner: "Ben Ana" });
  expect(names("all", "coldest")).toMatchObject({ inner: "Ana Ben" });
});

test("states are counted, so that only those that are there are offered", () => {
  expect(Object.fromEntries(countStates(garden))).toEqual({
    wilting: 1,
    seedling: 1,
    thirsty: 1,
    let_go: 1,
  });
});

function names(filter: Parameters<typeof bedsOf>[1], order: Parameters<typeof bedsOf>[2]) {
  const beds = bedsOf(garden, filter, order);
  return Object.fromEntries(
    beds.map(({ ring, plants }) => [ring, plants.map(({ name }) => name).join(" ")]),
  );
}
