/** Where the person is: the path, the way to another one, and back to the very spot that was left. */

import { useEffect, useState } from "preact/hooks";

export interface Route {
  path: string;
  params: URLSearchParams;
}

interface Spot {
  tops: number[];
  href: string | null;
}

const spots = new Map<number, Spot>();
const listeners = new Set<(route: Route) => void>();
let movedPaths: Record<string, string> = {};
let position = Number(history.state?.position ?? 0);

/** Follow where the person is; the component is drawn anew at each move. */
export function useRoute(): Route {
  const [route, setRoute] = useState(currentRoute);
  useEffect(() => onMove(setRoute), []);
  return route;
}

/** Tell where the person is now. */
export function currentRoute(): Route {
  return { path: location.pathname, params: new URLSearchParams(location.search) };
}

/**
 * Call a listener at each move, within the very tap that caused it.
 * gives: the way to stop listening
 */
export function onMove(listener: (route: Route) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Go to another path of the app.
 * takes: replace, when the way back should skip where the person was
 */
export function go(path: string, { replace = false } = {}): void {
  rememberSpot();
  position += replace ? 0 : 1;
  history[replace ? "replaceState" : "pushState"]({ position }, "", path);
  arrive();
  afterDrawing(focusScreen);
}

/**
 * Read the named parts of a path: `match("/people/:id", "/people/7")` returns `{ id: "7" }`.
 * @param pattern - a last part `*` matches any number of parts, also none
 * @returns nothing where the path does not match
 */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const isOpenEnded = pattern.endsWith("/*");
  const wanted = pattern.replace(/\/\*$/, "").split("/");
  const given = path.split("/");
  if (isOpenEnded ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const fits = wanted.every((part, index) => part.startsWith(":") || part === given[index]);
  if (!fits) return undefined;
  return Object.fromEntries(
    wanted.flatMap((part, index) =>
      part.startsWith(":") ? [[part.slice(1), given[index] ?? ""]] : [],
    ),
  );
}

/**
 * Start to answer the browser's back and forward.
 * @param moved - paths of older versions, each with its path of today
 */
export function startRouter(moved: Record<string, string>): void {
  movedPaths = moved;
  history.scrollRestoration = "manual";
  history.replaceState({ position }, "");
  replaceMovedPath();
  addEventListener("popstate", (event) => {
    rememberSpot();
    position = Number(event.state?.position ?? 0);
    arrive();
    afterDrawing(() => returnTo(spots.get(position)));
  });
}

function arrive(): void {
  replaceMovedPath();
  const route = currentRoute();
  nameScreen(route);
  for (const listener of listeners) listener(route);
}

function replaceMovedPath(): void {
  const path = movedPaths[location.pathname];
  if (!path) return;
  history.replaceState(history.state, "", path + location.search + location.hash);
  nameScreen(currentRoute());
}

/** The styles tell some screens apart by this name. */
function nameScreen({ path }: Route): void {
  document.documentElement.dataset.screen = path.split("/")[1] || "now";
}

function rememberSpot(): void {
  const focused = document.activeElement?.closest("a");
  spots.set(position, {
    tops: panes().map((pane) => pane.scrollTop),
    href: focused?.getAttribute("href") ?? null,
  });
}

function returnTo(spot: Spot | undefined, tries = 30): void {
  const late = panes().some((pane, index) => {
    pane.scrollTop = spot?.tops[index] ?? 0;
    return pane.scrollTop + 1 < (spot?.tops[index] ?? 0);
  });
  if (late && tries > 0) afterDrawing(() => returnTo(spot, tries - 1));
  else focusAgain(spot?.href);
}

function focusAgain(href: string | null | undefined): void {
  const left = href && document.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`);
  if (left) left.focus({ preventScroll: true });
  else focusScreen();
}

function focusScreen(): void {
  const focused = document.activeElement;
  const visible =
    focused !== document.body && focused?.checkVisibility({ visibilityProperty: true });
  if (!visible) document.querySelector<HTMLElement>(".screen")?.focus({ preventScroll: true });
}

function panes(): Element[] {
  return [...document.querySelectorAll(".pane")];
}

function afterDrawing(next: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(next));
}
