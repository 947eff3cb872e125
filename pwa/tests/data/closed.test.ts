/** What is done, dropped, broken or solved is closed, and nothing else is. */
import { expect, test } from "vitest";
import { closedAt, isOpen } from "../../src/data/closed";
import { defaults } from "../../src/data/kinds.gen";

const AT = "2026-11-02T18:00:00.000Z";
const followUp = { kind: "follow_up" as const, body: defaults.follow_up };
const problem = { kind: "problem" as const, body: defaults.problem };

test("what has only a due day and words is open", () => {
  const owed = {
    ...followUp,
    body: { ...followUp.body, what: "Send the deck", due_on: "2026-11-03" },
  };

  expect(isOpen(owed)).toBe(true);
  expect(closedAt(owed)).toBeNull();
});

test.each(["done_at", "dropped_at", "broken_at"])("a follow-up with %s is closed then", (field) => {
  const ended = { ...followUp, body: { ...followUp.body, [field]: AT } };

  expect(isOpen(ended)).toBe(false);
  expect(closedAt(ended)).toBe(AT);
});

test("a problem is closed when it is solved", () => {
  expect(isOpen(problem)).toBe(true);
  expect(isOpen({ ...problem, body: { ...problem.body, solved_at: AT } })).toBe(false);
});

test("a kind that nothing closes is always open", () => {
  expect(isOpen({ kind: "person", body: { ...defaults.person, let_go_at: AT } })).toBe(true);
});
