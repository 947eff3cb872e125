/** The words in the browser's title bar, which screen readers say first. */

import { useEffect, useLayoutEffect } from "preact/hooks";

/** Set the title of what a screen shows, in place of the screen's own title. */
export function useTitle(title: string): void {
  useEffect(() => setTitle(title), [title, location.pathname]);
}

/** Set the title of a screen at each path of its own, before any part of the screen sets a closer one. */
export function useRouteTitle(title: string, path: string): void {
  useLayoutEffect(() => setTitle(title), [title, path]);
}

function setTitle(title: string): void {
  document.title = `${title} · Earshot`;
}
