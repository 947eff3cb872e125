/** The virtual list renders only the rows near the screen. */
// @vitest-environment happy-dom
import { h, render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { VirtualList } from "../../src/ui/virtual_list";

const ROW_HEIGHT = 50;
const COUNT = 10_000;
const people = Array.from({ length: COUNT }, (_, at) => ({ id: String(at), name: `Person ${at}` }));

let scrolledTo = 0;
let root: HTMLElement;

beforeEach(() => {
  scrolledTo = 0;
  document.body.innerHTML = "<main></main>";
  root = document.querySelector("main") as HTMLElement;
  layOut();
});

/** What a browser would lay out: a list as high as its rows, moved up by what was scrolled. */
function layOut(): void {
  vi.stubGlobal("innerHeight", 800);
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(
    () => new DOMRect(0, -scrolledTo, 390, ROW_HEIGHT * COUNT),
  );
}

function show(current = -1): void {
  const row = ({ name }: (typeof people)[number]) => name;
  render(
    h(VirtualList<(typeof people)[number]>, { items: people, label: "People", current, row }),
    root,
  );
}

async function scrollTo(top: number): Promise<void> {
  scrolledTo = top;
  dispatchEvent(new Event("scroll"));
  await new Promise(requestAnimationFrame);
}

function names(): string[] {
  return [...root.querySelectorAll("li")].map(({ textContent }) => textContent ?? "");
}

test("of ten thousand rows only those near the screen exist", async () => {
  show();
  await scrollTo(0);

  expect(names()[0]).toBe("Person 0");
  expect(names()).toContain("Person 15");
  expect(names().length).toBeLessThan(40);
});

test("scrolling brings the rows that come into sight, at their places", async () => {
  show();
  await scrollTo(5000 * ROW_HEIGHT);

  expect(names()).toContain("Person 5000");
  expect(names()).toContain("Person 5015");
  expect(names()).not.toContain("Person 0");
  const row = root.querySelector<HTMLElement>('[aria-posinset="5001"]');
  expect(row?.style.top).toBe("calc(5000 * var(--row-height))");
});

test("at the end there are no rows beyond the last", async () => {
  show();
  await scrollTo(COUNT * ROW_HEIGHT - 800);

  expect(names().at(-1)).toBe("Person 9999");
  expect(root.querySelector("li")?.getAttribute("aria-setsize")).toBe(String(COUNT));
});

test("the current row exists wherever the list was scrolled to, and comes into view", async () => {
  const intoView = vi.spyOn(Element.prototype, "scrollIntoView");
  show(7000);
  await scrollTo(0);
  await new Promise(requestAnimationFrame);

  expect(names()).toContain("Person 7000");
  await vi.waitFor(() => expect(intoView).toHaveBeenCalled());
  expect((intoView.mock.contexts[0] as Element).textContent).toBe("Person 7000");
});
