/** The worker stores the app's files and answers with them, and leaves everything else to the server. */
import { beforeEach, expect, test } from "vitest";
import { STORE_LATER_FILES } from "../../src/service_worker/handshake";
import { FakeBrowser, shell } from "./browser";

let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  await browser.start();
});

async function keepBefore(version: string, files: Record<string, string>): Promise<void> {
  browser.caches.kept.set(`shell-${version}`, new Map(Object.entries(files)));
}

function stored(): Map<string, string> {
  return browser.caches.kept.get(`shell-${shell.version}`) ?? new Map();
}

test("installing keeps every file, and fetches no asset that the build before has", async () => {
  await keepBefore("0.2.0+old", { "/": "old /", "/assets/icons-1.js": "icons" });

  await browser.fire("install");

  const kept = browser.caches.kept.get(`shell-${shell.version}`);
  expect(kept?.get("/")).toBe("new /");
  expect(kept?.get("/assets/icons-1.js")).toBe("icons");
  expect([...(kept?.keys() ?? [])]).toEqual(expect.arrayContaining(shell.files));
  expect(browser.asked).not.toContain("/assets/icons-1.js");
});

test("a build of which one file is missing is not installed, and nothing of it is kept", async () => {
  browser.server.delete("/favicon.svg");

  await expect(browser.fire("install")).rejects.toThrow();

  expect(await browser.caches.keys()).toEqual([]);
});

test("a first install keeps the phone's kit, and the later files once the page asks for them", async () => {
  await browser.fire("install");
  expect([...stored().keys()].sort()).toEqual([...shell.files].sort());

  await browser.fire("message", { data: STORE_LATER_FILES });

  expect([...stored().keys()].sort()).toEqual([...shell.files, ...shell.later].sort());
});

test("a later file that is needed earlier is kept from then on", async () => {
  await browser.fire("install");
  const [path = ""] = shell.later;

  expect(await browser.ask(path)).toBe(`new ${path}`);
  browser.server.clear();

  expect(await browser.ask(path)).toBe(`new ${path}`);
});

test("an update brings the later files along, and is installed without them where they fail", async () => {
  const [first = "", second = ""] = shell.later;
  await keepBefore("0.2.0", {});
  browser.server.delete(second);

  await browser.fire("install");

  expect(stored().has(first)).toBe(true);
  expect([...stored().keys()]).toEqual(expect.arrayContaining(shell.files));
});

test("activating keeps this build and the one before, and serves the open pages", async () => {
  for (const version of ["0.1.0", "0.2.0"]) await keepBefore(version, {});
  browser.caches.kept.set("another-app", new Map());
  await browser.fire("install");

  await browser.fire("activate");

  const kept = await browser.caches.keys();
  expect(kept).toEqual(["shell-0.2.0", "another-app", `shell-${shell.version}`]);
  expect(browser.claim).toHaveBeenCalled();
});

test.each(["/", "/people", "/people/7?q=ana", "/listen"])(
  "going to %s shows the app's page",
  async (path) => {
    await browser.fire("install");
    browser.server.clear();

    expect(await browser.ask(path, { mode: "navigate" })).toBe("new /");
  },
);

test.each([
  "/feed/3f9a.ics",
  "/api/export",
  "/version",
  "/healthz",
  "/assets",
  "https://elsewhere.example/people",
])("going to %s is left to the server", async (path) => {
  await browser.fire("install");

  expect(await browser.ask(path, { mode: "navigate" })).toBeUndefined();
});

test("a file comes from this build, else from the one before, else from the network", async () => {
  await keepBefore("0.2.0", { "/assets/old-1.js": "old", "/": "old /" });
  await browser.fire("install");
  browser.server.set("/assets/later.wasm", "fetched");

  expect(await browser.ask("/")).toBe("new /");
  expect(await browser.ask("/assets/old-1.js")).toBe("old");
  expect(await browser.ask("/assets/later.wasm")).toBe("fetched");
});

test("calls to the server and whatever is no GET are never answered from what is kept", async () => {
  await browser.fire("install");

  expect(await browser.ask("/api/sync", { method: "POST" })).toBeUndefined();
  expect(await browser.ask("/api/session")).toBeUndefined();
  expect(await browser.ask("/", { method: "POST", mode: "navigate" })).toBeUndefined();
});
