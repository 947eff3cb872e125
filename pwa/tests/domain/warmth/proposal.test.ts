/** The one dormant person of a month. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { proposePerson } from "../../../src/domain/warmth/proposal";
import type { Tie } from "../../../src/domain/warmth/tie";
import { blank } from "./ties";

const dormant: Tie = {
  ...blank,
  ring: "active",
  contacts: [{ at: "2015-05-01T12:00:00Z", channel: "call", begun_by: null, answered_at: null }],
};
const people = ["ana", "ben", "kim", "li", "maria", "zoe"].map((id) => ({ id, tie: dormant }));
const months = Array.from({ length: 24 }, (_, month) =>
  new Date(Date.UTC(2026, month)).toISOString().slice(0, 7),
);

test("the same month proposes the same person on every device", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...months),
      fc.shuffledSubarray(people, { minLength: 6 }),
      (month, order) => {
        expect(proposePerson(order, month)?.id).toBe(proposePerson(people, month)?.id);
      },
    ),
  );
});

test("other months propose others", () => {
  const chosen = new Set(months.map((month) => proposePerson(people, month)?.id));

  expect(chosen.size).toBeGreaterThan(2);
});

test("the deepest ties come to mind by themselves and are not proposed", () => {
  const deep = { id: "deep", tie: { ...dormant, kept: ["2015-05-02T12:00:00Z"] } };
  const few = [deep, ...people.slice(0, 2)];

  expect(months.map((month) => proposePerson(few, month)?.id)).not.toContain("deep");
});

test.each<[string, Partial<Tie>]>([
  ["was heard of since", { contacts: [...dormant.contacts, contactOn("2026-05-03")] }],
  ["was let pass this month", { passed_at: "2026-05-03T12:00:00Z" }],
  ["was let go", { let_go_at: "2026-04-03T12:00:00Z" }],
  ["stands in the inner ring", { ring: "inner" }],
  ["was never talked with", { contacts: [], added_at: "2015-05-01T12:00:00Z" }],
  ["is not dormant", { contacts: [contactOn("2026-01-03")] }],
])("who %s is not proposed", (_, tie) => {
  expect(proposePerson([{ id: "ana", tie: dormant }], "2026-05")?.id).toBe("ana");

  expect(proposePerson([{ id: "ana", tie: { ...dormant, ...tie } }], "2026-05")).toBeUndefined();
});

function contactOn(day: string) {
  return { at: `${day}T12:00:00Z`, channel: "call", begun_by: null, answered_at: null } as const;
}
