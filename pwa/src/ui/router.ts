/** The router: the current path and title, going to another path, and back to the spot that was left. */

import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { ownValue } from "../domain/own_value";

/** Where the user is in the app. */
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

/** Return the current route; the component renders again at each navigation. */
export function useRoute(): Route {
  const [route, setRoute] = useState(currentRoute);
  useEffect(() => onNavigate(setRoute), []);
  return route;
}

/** Return the route of the page's address. */
export function currentRoute(): Route {
  return { path: location.pathname, params: new URLSearchParams(location.search) };
}

/**
 * Call a listener at each navigation, within the same tap that caused it.
 * @returns what stops that
 */
export function onNavigate(listener: (route: Route) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Go to another path of the app.
 * @param replace - whether Back should skip the current path
 */
export function go(path: string, { replace = false } = {}): void {
  rememberSpot();
  position += replace ? 0 : 1;
  history[replace ? "replaceState" : "pushState"]({ position }, "", path);
  handleNavigation();
  afterRendering(focusScreen);
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

/** Set the title of what a screen shows, in place of the screen's own title. */
export function useTitle(title: string): void {
  useEffect(() => setTitle(title), [title, location.pathname]);
}

/** Set the title of a screen for each of its paths, before any part of the screen sets a closer one. */
export function useRouteTitle(title: string, path: string): void {
  useLayoutEffect(() => setTitle(title), [title, path]);
}

/**
 * Handle the browser's back and forward.
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
    handleNavigation();
    afterRendering(() => restoreSpot(spots.get(position)));
  });
}

function handleNavigation(): void {
  replaceMovedPath();
  const route = currentRoute();
  nameScreen(route);
  for (const listener of listeners) listener(route);
}

function replaceMovedPath(): void {
  const path = ownValue(movedPaths, location.pathname);
  if (!path) return;
  history.replaceState(history.state, "", path + location.search + location.hash);
  nameScreen(currentRoute());
}

/** The styles tell some screens apart by this name. */
function nameScreen({ path }: Route): void {
  document.documentElement.dataset.screen = path.split("/")[1] || "now";
}

function setTitle(title: string): void {
  document.title = `${title} · Earshot`;
}

function rememberSpot(): void {
  const focused = document.activeElement?.closest("a");
  spots.set(position, {
    tops: panes().map((pane) => pane.scrollTop),
    href: focused?.getAttribute("href") ?? null,
  });
}

function restoreSpot(spot: Spot | undefined, tries = 30): void {
  const isTooShort = panes().some((pane, index) => {
    pane.scrollTop = spot?.tops[index] ?? 0;
    return pane.scrollTop + 1 < (spot?.tops[index] ?? 0);
  });
  if (isTooShort && tries > 0) afterRendering(() => restoreSpot(spot, tries - 1));
  else restoreFocus(spot?.href);
}

function restoreFocus(href: string | null | undefined): void {
  const link = href && document.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`);
  if (link) link.focus({ preventScroll: true });
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

function afterRendering(next: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(next));
}
