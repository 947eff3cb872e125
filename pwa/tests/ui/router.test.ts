/** The router matches paths, goes to them, and returns to the spot that was left. */
// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { currentRoute, go, match, onNavigate, startRouter } from "../../src/ui/router";

beforeAll(() => startRouter({ "/talk": "/listen" }));
beforeEach(() => go("/"));

/** Go back as a browser does: it restores the entry first, then tells the page. */
function goBackTo(path: string, state: unknown): void {
  history.replaceState(state, "", path);
  dispatchEvent(new PopStateEvent("popstate", { state }));
}

test.each([
  ["/people/:id", "/people/7", { id: "7" }],
  ["/people/:id/draft", "/people/7/draft", { id: "7" }],
  ["/people/:id", "/people", undefined],
  ["/people/:id", "/people/7/draft", undefined],
  ["/people/*", "/people", {}],
  ["/people/*", "/people/conversations/7", {}],
  ["/people/*", "/peoples", undefined],
  ["/", "/", {}],
  ["/", "/people", undefined],
])("%s on %s", (pattern, path, parts) => {
  expect(match(pattern, path)).toEqual(parts);
});

test("a move is told at once, with the path and what is asked of it", () => {
  const moves: string[] = [];
  const stop = onNavigate(({ path, params }) => moves.push(`${path} ${params.get("event")}`));

  go("/listen?event=fair");
  stop();
  go("/people");

  expect(moves).toEqual(["/listen fair"]);
  expect(currentRoute().path).toBe("/people");
  expect(document.documentElement.dataset.screen).toBe("people");
});

test("a path that takes another's place leaves no step to go back to", () => {
  const before = history.length;

  go("/note/7", { replace: true });

  expect(history.length).toBe(before);
  expect(location.pathname).toBe("/note/7");
});

test("a path of an older version becomes the one of today, with what it asks", () => {
  const moves: string[] = [];
  const stop = onNavigate(({ path }) => moves.push(path));

  go("/talk?target=7");
  goBackTo("/talk?target=8", { position: 1 });
  stop();

  expect(moves).toEqual(["/listen", "/listen"]);
  expect(location.pathname + location.search).toBe("/listen?target=8");
});

test("back again, the list stands where it stood and the link that was followed has the focus", async () => {
  document.body.innerHTML = `<div class="pane"><a href="/people/7">Ana</a></div>`;
  const pane = document.querySelector(".pane") as HTMLElement;
  const link = document.querySelector("a") as HTMLElement;
  go("/people");
  const state = history.state;
  pane.scrollTop = 400;
  link.focus();

  go("/people/7");
  pane.scrollTop = 0;
  link.blur();
  goBackTo("/people", state);

  await vi.waitFor(() => expect(document.activeElement).toBe(link));
  expect(pane.scrollTop).toBe(400);
});
