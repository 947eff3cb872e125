/** The keys j and k move through a list, and stop at its ends. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { activeKeys, listenForKeys } from "../../src/ui/keys";
import { useListKeys } from "../../src/ui/list_keys";
import { drawn } from "../data/drawn";

let press: (key: string) => void;

beforeEach(() => {
  vi.stubGlobal("addEventListener", (_: string, listener: (event: object) => void) => {
    press = (key) => listener({ key, target: null, preventDefault: () => {} });
  });
  vi.stubGlobal("document", { querySelector: () => null });
  vi.stubGlobal("HTMLElement", class {});
  vi.stubGlobal("Element", class {});
  listenForKeys();
});

afterEach(() => vi.unstubAllGlobals());

/** Show a list, of which the item opened last is the current one. */
function shownList(listed: string[], current?: string) {
  const list = { current, items: listed };
  const screen = drawn(useListKeys<string>, {
    noun: "person",
    items: () => list.items,
    isCurrent: (item) => item === list.current,
    open: (item) => {
      list.current = item;
    },
  });
  return { list, ...screen };
}

test("j opens the next item and k the previous one", () => {
  const { list } = shownList(["Ana", "Ben", "Li"], "Ana");

  press("j");
  press("j");
  expect(list.current).toBe("Li");

  press("k");
  expect(list.current).toBe("Ben");
});

test("both stop at the ends of the list", () => {
  const { list } = shownList(["Ana", "Ben"], "Ben");

  press("j");
  expect(list.current).toBe("Ben");

  press("k");
  press("k");
  expect(list.current).toBe("Ana");
});

test.each(["j", "k"])("without a current item %s opens the first", (key) => {
  const { list } = shownList(["Ana", "Ben"]);

  press(key);

  expect(list.current).toBe("Ana");
});

test("in an empty list nothing is opened", () => {
  const { list, last } = shownList([]);

  press("j");
  press("k");
  last().leave();

  expect(list.current).toBeUndefined();
});

test("the items are those of the moment at which the key is pressed", () => {
  const { list } = shownList(["Ana"], "Ana");
  list.items = ["Ana", "Ben"];

  press("j");

  expect(list.current).toBe("Ben");
});

test("an item that goes is left for the next one, the last one for the one before it", () => {
  const { list, last } = shownList(["Ana", "Ben", "Li"], "Ben");

  last().leave();
  expect(list.current).toBe("Li");

  last().leave();
  expect(list.current).toBe("Ben");
});

test("the list of keys names what each key moves to", () => {
  shownList(["Ana"]);

  expect(activeKeys()).toEqual([
    ["j", "Next person"],
    ["k", "Previous person"],
  ]);
});
