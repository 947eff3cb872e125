/** The two orders of the list of people. */
import { expect, test } from "vitest";
import { defaults } from "../../../src/data/kinds.gen";
import { sortPeople } from "../../../src/screens/people/people_order";

const met = (id: string, captured_at: string) => ({
  id,
  body: { ...defaults.person, captured_at },
});
const ana = met("ana", "2026-06-01T10:00:00.000Z");
const ben = met("ben", "2026-06-02T10:00:00.000Z");
const cleo = met("cleo", "2026-06-03T10:00:00.000Z");

test("by name they stay as the database gave them", () => {
  expect(sortPeople([ana, ben, cleo], "name", new Map())).toEqual([ana, ben, cleo]);
});

test("who was met last comes first, and without a conversation the day of capture counts", () => {
  const lastMet = new Map([["ana", "2026-06-09T10:00:00.000Z"]]);

  expect(sortPeople([ana, ben, cleo], "last_met", lastMet)).toEqual([ana, cleo, ben]);
});
