/** Each push is shown, and its buttons do what they say. */
import { beforeEach, expect, test } from "vitest";
import { FakeBrowser } from "./browser";

let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  await browser.start();
});

const push = (said: unknown) => ({ data: { json: () => said } });

async function writePromise(): Promise<string> {
  const { write } = await import("../../src/data/write");
  const { newId } = await import("../../src/data/ids");
  const id = newId();
  const set = { what: "Send the deck", owed_by: "me" as const, due_on: "2026-05-08" };
  await write({ kind: "follow_up", id, set });
  return id;
}

async function tap(action: string): Promise<void> {
  const [notification] = browser.shown;
  await browser.fire("notificationclick", { action, notification });
}

test("a push is shown with its words, its picture and its buttons", async () => {
  const said = { kind: "follow_up", id: "7", title: "AS: a promise is due", body: "Send the deck" };
  await browser.fire("push", push({ ...said, tag: "7", actions: ["done", "tomorrow"] }));

  expect(browser.shown[0]).toMatchObject({ title: said.title, body: said.body, tag: "7" });
  expect(browser.shown[0]).toMatchObject({ actions: [{ title: "Done" }, { title: "Tomorrow" }] });
});

test("a push that cannot be read still shows something", async () => {
  await browser.fire("push", { data: null });

  expect(browser.shown[0]?.title).toBe("Earshot");
});

test("Done on the notification is done on the device, and opens nothing", async () => {
  const id = await writePromise();
  await browser.fire("push", push({ kind: "follow_up", id, title: "Due", actions: ["done"] }));

  await tap("done");

  const { find } = await import("../../src/data/queries");
  expect((await find("follow_up", id))?.body.done_at).toMatch(/^20/);
  expect(browser.shown).toEqual([]);
  expect(browser.opened).toEqual([]);
});

test("a tap opens what the push is about", async () => {
  await browser.fire("push", push({ kind: "follow_up", title: "Due", path: "/follow-ups/7" }));

  await tap("");

  expect(browser.opened).toEqual(["/follow-ups/7"]);
});

test("where a tap leads is kept for an app that the system starts elsewhere", async () => {
  await browser.fire("push", push({ kind: "follow_up", title: "Due", path: "/follow-ups/7" }));

  await tap("");

  const { takeTappedPath } = await import("../../src/data/device_state");
  expect(await takeTappedPath(new Date())).toBe("/follow-ups/7");
});

test("Done for a promise that this device does not know opens the list", async () => {
  await browser.fire("push", push({ kind: "follow_up", id: "7", title: "Due", actions: ["done"] }));

  await tap("done");

  expect(browser.opened).toEqual(["/follow-ups"]);
});
