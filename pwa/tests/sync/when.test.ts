/** When rounds run: soon after each write and word, one at a time, and less often while they fail. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { after, closePage, openPage } from "./page_in_view";

let ada: Awaited<ReturnType<typeof openPage>>;

beforeEach(async () => {
  ada = await openPage();
  await after(0);
});

afterEach(() => closePage(ada));

const refusal = (status: number, code: string, headers = {}) =>
  Response.json({ code }, { status, headers });

const takeNote = (name: string) =>
  ada.phone.write({ kind: "person", id: ada.phone.newId(), set: { name } });

test("the first round runs as the page opens", () => {
  expect(ada.rounds).toHaveLength(1);
});

test("what was written goes up a second and a half after the first letter, all in one round", async () => {
  await takeNote("Li");
  await after(1);
  await takeNote("Maria");
  expect(ada.rounds).toHaveLength(1);

  await after(0.5);

  expect(ada.rounds).toHaveLength(2);
  expect(ada.rounds[1]?.changes.map(({ set }) => set?.name)).toEqual(["Li", "Maria"]);
});

test("a round without a change asks for no further one", async () => {
  await after(59);

  expect(ada.rounds).toHaveLength(1);
});

test.each([
  ["the network is back", () => ada.goOnline()],
  ["the page is seen again", () => ada.setHidden(false)],
  ["the server says that there is news", () => ada.poke()],
])("a round runs at once when %s", async (_when, tell) => {
  await after(10);

  tell();
  await after(0);

  expect(ada.rounds).toHaveLength(2);
});

test("a round runs each minute in view, and none out of view", async () => {
  await after(60.1);
  expect(ada.rounds).toHaveLength(2);
  ada.setHidden(true);

  await after(180);

  expect(ada.rounds).toHaveLength(2);
});

test("while a round is under way no other one begins", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  ada.page.answer = (round) => promise.then(() => ada.inOrder(round));
  ada.poke();
  await after(0);
  ada.poke();
  ada.goOnline();
  await after(30);
  expect(ada.rounds).toHaveLength(2);

  resolve();
  await after(0);

  expect(ada.rounds).toHaveLength(3);
});

test("while the network is away the wait doubles, and one answer makes it short again", async () => {
  ada.page.answer = () => Promise.reject(new TypeError("Failed to fetch"));
  ada.poke();
  await after(0);
  for (const [seconds, rounds] of [
    [1.9, 2],
    [0.1, 3],
    [3.9, 3],
    [0.1, 4],
    [7.9, 4],
  ] as const) {
    await after(seconds);
    expect(ada.rounds).toHaveLength(rounds);
  }
  ada.page.answer = ada.inOrder;
  await after(0.1);
  ada.page.answer = () => Promise.reject(new TypeError("Failed to fetch"));
  ada.poke();
  await after(0);

  await after(2);

  expect(ada.rounds).toHaveLength(7);
});

test("a write does not hurry a server that does not answer", async () => {
  ada.page.answer = () => refusal(502, "server_error");
  ada.poke();
  await after(0);
  await after(2);

  await takeNote("Li");
  await after(3.9);

  expect(ada.rounds).toHaveLength(3);
  await after(0.1);
  expect(ada.rounds[3]?.changes).toHaveLength(1);
});

test("a server that asks for a pause gets it, unless the network was away meanwhile", async () => {
  ada.page.answer = () => refusal(503, "busy", { "Retry-After": "40" });
  ada.poke();
  await after(0);
  ada.poke();
  await after(39.9);
  expect(ada.rounds).toHaveLength(2);
  await after(0.1);
  expect(ada.rounds).toHaveLength(3);

  ada.goOnline();
  await after(0);

  expect(ada.rounds).toHaveLength(4);
});

test("where Ada is signed out nothing is tried until she has done something about it", async () => {
  ada.page.answer = () => refusal(401, "signed_out");
  ada.poke();
  await after(0);
  ada.page.answer = ada.inOrder;
  await takeNote("Li");
  ada.setHidden(false);
  await after(600);
  expect(ada.rounds).toHaveLength(2);

  (await import("../../src/data/device_state")).requestRound();
  await after(0);

  expect(ada.rounds[2]?.changes).toHaveLength(1);
});
