/** The order of people in a picker: targets, then people met recently, then search results. */

import { beforeEach, expect, test } from "vitest";
import { device } from "../../cast";

const FAIR = "0198c0de-0000-7000-8000-0000000000f0";

let phone: Awaited<ReturnType<typeof phoneThatChooses>>;

beforeEach(async () => {
  phone = await phoneThatChooses();
  for (const [at, name] of ["Ana", "Bo", "Li"].entries()) await phone.met(name, at);
});

async function phoneThatChooses() {
  const parts = {
    ...(await device()),
    ...(await import("../../../src/components/person_picker/picked_person")),
  };
  async function met(name: string, at: number, fields = {}) {
    const captured_at = `2026-05-0${at + 1}T18:00:00.000Z`;
    const person = { kind: "person", id: parts.newId(), set: { name, ...fields } } as const;
    const set = { person_ids: [person.id], captured_at };
    await parts.write(person, { kind: "conversation", id: parts.newId(), set });
    return person.id;
  }
  async function wanted(set: object, number = 1) {
    const id = `0198c0de-0000-7000-8000-0000000007a${number}`;
    await parts.write({ kind: "target", id, set: { event_id: FAIR, ...set } });
  }
  return { ...parts, met, wanted };
}

function names(whom: { name: string }[]) {
  return whom.map(({ name }) => name);
}

test("without an event those met last come first", async () => {
  expect(names(await phone.likelyPeople(null))).toEqual(["Li", "Bo", "Ana"]);
});

test("targets of the event come before those met last, and nobody comes twice", async () => {
  const [ana] = await phone.people();
  await phone.wanted({ who: "somebody who hires" });
  await phone.wanted({ person_ids: [ana?.id], who: "Ana of the fair" }, 2);

  expect(names(await phone.likelyPeople(FAIR))).toEqual(["somebody who hires", "Ana", "Li", "Bo"]);
});

test("somebody known who was written as a target by name comes once", async () => {
  await phone.wanted({ who: "Ana" });

  const offered = await phone.likelyPeople(FAIR);

  expect(names(offered)).toEqual(["Ana", "Li", "Bo"]);
  expect(offered[0]?.person_id).toBe((await phone.people())[0]?.id);
});

test("a target that was met is wanted no more", async () => {
  await phone.wanted({ who: "a grower", met_at: "2026-05-04T19:00:00.000Z" });

  expect(names(await phone.likelyPeople(FAIR))).toEqual(["Li", "Bo", "Ana"]);
});

test("a target keeps its words when its person is deleted", async () => {
  const [ana] = await phone.people();
  await phone.wanted({ person_ids: [ana?.id], who: "Ana of the fair" });
  await phone.write({ kind: "person", id: ana?.id ?? "", action: "delete" });

  expect(names(await phone.likelyPeople(FAIR))).toEqual(["Ana of the fair", "Li", "Bo"]);
});

test("nobody is offered themselves, and whoever has no name is called by what was noted", async () => {
  await phone.met("Ada", 4, { is_me: true });
  await phone.met("", 5, { traits: "tall, climbs" });

  expect(names(await phone.likelyPeople(null))).toEqual(["tall, climbs", "Li", "Bo", "Ana"]);
});

test("a search gives each person once, whatever of theirs it found", async () => {
  const [ana, bo] = (await phone.people()).map(({ id }) => id) as [string, string];
  const hit = { kind: "conversation", id: "c", field: "problem", excerpt: "" };
  const found = await phone.peopleOfHits([
    { ...hit, personIds: [bo, ana] },
    { ...hit, kind: "person", personIds: [ana] },
  ]);

  expect(names(found)).toEqual(["Bo", "Ana"]);
});

test("a second tap takes back the first", async () => {
  const [li, bo] = await phone.likelyPeople(null);
  if (!li || !bo) throw new Error("two people to choose");

  const both = phone.togglePerson(phone.togglePerson([], li), bo);

  expect(names(both)).toEqual(["Li", "Bo"]);
  expect(names(phone.togglePerson(both, li))).toEqual(["Bo"]);
});
