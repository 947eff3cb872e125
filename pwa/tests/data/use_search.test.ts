/** The list under the search field always belongs to what was typed last, and to what is stored now. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ADA, type Device, device } from "../cast";
import { PATIENCE } from "../patience";
import { drawn } from "./drawn";

const started: MessagePort[] = [];
const shown: (() => Promise<void>)[] = [];

/** The browser's own part: runs the worker's real code in this process, and carries what the two say. */
function startBeside() {
  const { port1: page, port2: worker } = new MessageChannel();
  vi.stubGlobal("addEventListener", worker.addEventListener.bind(worker));
  vi.stubGlobal("postMessage", worker.postMessage.bind(worker));
  void import("../../src/data/search_worker").then(() => worker.start());
  page.start();
  started.push(page);
  return page;
}

let phone: Device;

beforeEach(async () => {
  vi.stubGlobal("Worker", vi.fn(startBeside));
  vi.stubGlobal("location", new URL("http://earshot.test/people"));
  phone = await device(ADA);
  await phone.write({ kind: "person", id: phone.newId(), set: { name: "Li Wen" } });
});

/** A screen that stays would start a worker of its own in a later test, in place of the one there. */
afterEach(async () => {
  await Promise.all(shown.splice(0).map((end) => end()));
  for (const page of started.splice(0)) page.close();
  vi.unstubAllGlobals();
});

async function search(text: string) {
  const { useSearch } = await import("../../src/data/use_search");
  const screen = drawn(useSearch, text);
  shown.push(screen.end);
  const names = () => screen.last().hits.map(({ excerpt }) => excerpt);
  return { ...screen, names };
}

test("nothing typed finds nothing, and starts no search", async () => {
  const screen = await search("  ");

  await vi.waitFor(() => expect(screen.last()).toEqual({ hits: [], searching: false }), PATIENCE);
  expect(started).toEqual([]);
});

test("what was typed is searched for, and says so until the answer is there", async () => {
  const screen = await search("li");
  expect(screen.last()).toEqual({ hits: [], searching: true });

  await vi.waitFor(() => expect(screen.last().searching).toBe(false), PATIENCE);

  expect(screen.names()).toEqual(["Li Wen"]);
});

test("only the answer to what was typed last is shown", async () => {
  await phone.write({ kind: "person", id: phone.newId(), set: { name: "Maria" } });
  const screen = await search("li");

  screen.draw("lim");
  screen.draw("maria");
  await vi.waitFor(() => expect(screen.last().searching).toBe(false), PATIENCE);

  expect(screen.names()).toEqual(["Maria"]);
  expect(new Set(screen.shown.flatMap(({ hits }) => hits.map((hit) => hit.excerpt)))).toEqual(
    new Set(["Maria"]),
  );
});

test("who is added while the list is open comes onto it", async () => {
  const screen = await search("li");
  await vi.waitFor(() => expect(screen.names()).toEqual(["Li Wen"]), PATIENCE);

  await phone.write({ kind: "person", id: phone.newId(), set: { name: "Li Wei" } });

  await vi.waitFor(() => expect(screen.names().sort()).toEqual(["Li Wei", "Li Wen"]), PATIENCE);
  expect(started).toHaveLength(1);
});

test("a list that was left hears no more", async () => {
  const screen = await search("li");
  await vi.waitFor(() => expect(screen.last().searching).toBe(false), PATIENCE);
  await screen.end();
  const drawings = screen.shown.length;
  const next = await search("li");

  await phone.write({ kind: "person", id: phone.newId(), set: { name: "Li Wei" } });
  await vi.waitFor(() => expect(next.names()).toHaveLength(2), PATIENCE);

  expect(screen.shown).toHaveLength(drawings);
});
