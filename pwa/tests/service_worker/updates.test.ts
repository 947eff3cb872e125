/** A new version waits for the user while any open page works, and starts by itself where none does. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answerWorker, type OpenPath, TAKE_OVER } from "../../src/service_worker/handshake";
import { FakeBrowser } from "./browser";

let browser: FakeBrowser;
const went: string[] = [];

beforeEach(async () => {
  went.length = 0;
  browser = new FakeBrowser();
  await browser.start();
});
afterEach(() => vi.useRealTimers());

/** A page that runs our code, or one in which nothing answers. */
function openPage({ isWorking }: { isWorking: boolean }): void {
  const container = new EventTarget();
  if (isWorking) answerWorker(container as ServiceWorkerContainer, (path) => went.push(path));
  browser.pages.push({
    focused: false,
    focus: async () => {},
    postMessage: (data, ports = []) =>
      void container.dispatchEvent(Object.assign(new Event("message"), { data, ports })),
  });
}

test("the first worker of all starts at once", async () => {
  await browser.fire("install");

  expect(browser.skipWaiting).toHaveBeenCalledOnce();
});

test("while one page works, a new version waits until that page asks for it", async () => {
  openPage({ isWorking: false });
  openPage({ isWorking: true });

  await browser.fire("install");
  expect(browser.skipWaiting).not.toHaveBeenCalled();

  await browser.fire("message", { data: TAKE_OVER });
  expect(browser.skipWaiting).toHaveBeenCalledOnce();
});

test("where no open page answers, a new version starts by itself", async () => {
  vi.useFakeTimers();
  openPage({ isWorking: false });

  const installing = browser.fire("install");
  await vi.advanceTimersByTimeAsync(10_000);
  await installing;

  expect(browser.skipWaiting).toHaveBeenCalledOnce();
});

test("another message starts nothing", async () => {
  await browser.fire("message", { data: "hello" });

  expect(browser.skipWaiting).not.toHaveBeenCalled();
});

test("a page goes where the worker says", () => {
  openPage({ isWorking: true });
  const message: OpenPath = { type: "open_path", path: "/follow-ups/7" };

  browser.pages[0]?.postMessage(message);

  expect(went).toEqual(["/follow-ups/7"]);
});
