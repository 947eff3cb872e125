/** A card is saved at each keystroke: the latest state wins, and an emptied card leaves nothing behind. */

import { expect, test, vi } from "vitest";
import { device } from "../../cast";
import { PATIENCE } from "../../patience";

const AT = "2026-06-02T15:00:00.000Z";

async function phoneWithCard() {
  await device();
  const { newCard, recordsOfCard } = await import("../../../src/screens/note/card");
  const { createAutosave } = await import("../../../src/screens/note/autosave");
  const { all } = await import("../../../src/data/queries");
  const states: string[] = [];
  const { save, state } = createAutosave([], (reached) => states.push(reached));
  const blank = { ...newCard(), captured_at: AT };
  const type = (typed: Partial<typeof blank.typed>) =>
    save(recordsOfCard({ ...blank, typed: { ...blank.typed, ...typed } }));
  const isSafe = () => state() === "saved" || state() === "empty";
  return { type, isSafe, states, all };
}

test("keys typed faster than they are stored end as the last of them", async () => {
  const { type, isSafe, states, all } = await phoneWithCard();

  for (const who of ["A", "An", "Ana"]) type({ who });
  await vi.waitUntil(isSafe, PATIENCE);

  expect((await all("person")).map(({ body }) => body.name)).toEqual(["Ana"]);
  expect((await all("conversation")).map(({ body }) => body.who)).toEqual(["Ana"]);
  expect(states.at(-1)).toBe("saved");
});

test("a name that is taken back takes the new person with it", async () => {
  const { type, isSafe, all } = await phoneWithCard();
  type({ who: "Ana", problem: "audits" });
  await vi.waitUntil(isSafe, PATIENCE);

  type({ problem: "audits" });
  await vi.waitUntil(isSafe, PATIENCE);

  expect(await all("person")).toEqual([]);
  expect((await all("conversation")).map(({ body }) => body.person_ids)).toEqual([[]]);
});

test("a problem that is taken back takes its record with it", async () => {
  const { type, isSafe, all } = await phoneWithCard();
  type({ who: "Ana", problem: "audits" });
  await vi.waitUntil(isSafe, PATIENCE);
  expect((await all("problem")).map(({ body }) => body.what)).toEqual(["audits"]);

  type({ who: "Ana" });
  await vi.waitUntil(isSafe, PATIENCE);

  expect(await all("problem")).toEqual([]);
  expect((await all("conversation")).map(({ body }) => body.problem)).toEqual([""]);
});

test("a card that is emptied leaves nothing, neither here nor on its way", async () => {
  const { type, isSafe, all, states } = await phoneWithCard();
  const { countUnsynced } = await import("../../../src/data/queries");
  type({ who: "Ana", promise: "Send the deck", promise_due_on: "2026-06-05" });
  await vi.waitUntil(isSafe, PATIENCE);

  type({});
  await vi.waitUntil(isSafe, PATIENCE);

  const left = [await all("person"), await all("conversation"), await all("follow_up")];
  expect(left.flat()).toEqual([]);
  expect(await countUnsynced()).toBe(0);
  expect(states.at(-1)).toBe("empty");
});

test("when storing fails the card says so, and keeps what was typed once it can", async () => {
  const { type, isSafe, all, states } = await phoneWithCard();
  const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
  transaction.mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });

  type({ who: "Ana" });
  await vi.waitUntil(() => states.includes("failed"), PATIENCE);
  transaction.mockRestore();
  await vi.waitUntil(isSafe, PATIENCE);

  expect((await all("person")).map(({ body }) => body.name)).toEqual(["Ana"]);
  expect(states.at(-1)).toBe("saved");
});
