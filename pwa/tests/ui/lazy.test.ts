/** Parts of the app that fail to load: what is shown, and how they load after all. */
// @vitest-environment happy-dom
import { h, render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lazyScreen, loadUntilThere } from "../../src/ui/lazy";

const lost = () => Promise.reject(new TypeError("Failed to fetch dynamically imported module"));
const found = async () => () => h("h1", null, "People");
let isReachable: boolean;
let onLine: boolean;

beforeEach(() => {
  isReachable = true;
  onLine = true;
  document.body.innerHTML = "";
  vi.spyOn(navigator, "onLine", "get").mockImplementation(() => onLine);
  vi.spyOn(location, "reload").mockImplementation(() => {});
});

afterEach(() => {
  render(null, document.body);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function open(load: Parameters<typeof lazyScreen>[0]): void {
  render(
    h(
      lazyScreen(load, async () => isReachable),
      null,
    ),
    document.body,
  );
}

async function waitForText(text: string): Promise<void> {
  await vi.waitFor(() => expect(document.body.textContent).toContain(text));
}

test("a screen is shown when it has come", async () => {
  open(found);
  expect(document.body.textContent).toContain("Loading…");

  await waitForText("People");
});

test("a screen that did not come says so, and a reload is one tap away", async () => {
  open(lost);
  await waitForText("This screen couldn't be loaded");
  expect(location.reload).not.toHaveBeenCalled();

  document.querySelector("button")?.click();

  await vi.waitFor(() => expect(location.reload).toHaveBeenCalledOnce());
});

test("the page is not reloaded while no server answers", async () => {
  isReachable = false;
  open(lost);
  await waitForText("This screen couldn't be loaded");

  document.querySelector("button")?.click();
  await new Promise((resolve) => setTimeout(resolve));

  expect(location.reload).not.toHaveBeenCalled();
});

test("without a network it says what it needs, and comes by itself with the network", async () => {
  onLine = false;
  open(lost);
  await waitForText("Go online once to load this part");

  onLine = true;
  dispatchEvent(new Event("online"));

  await vi.waitFor(() => expect(location.reload).toHaveBeenCalledOnce());
});

test("what runs beside the screens is loaded again and again, and at once when the network is back", async () => {
  vi.useFakeTimers();
  const failures: number[] = [];
  const answers = [lost, lost, lost, async () => "rounds"];
  const load = () => (answers.shift() ?? lost)() as Promise<string>;

  const loading = loadUntilThere(load, (count) => failures.push(count));
  await vi.advanceTimersByTimeAsync(2000);
  expect(failures).toEqual([1, 2]);
  await vi.advanceTimersByTimeAsync(3999);
  expect(failures).toEqual([1, 2]);
  dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(8000);

  expect(await loading).toBe("rounds");
  expect(failures).toEqual([1, 2, 3]);
});
