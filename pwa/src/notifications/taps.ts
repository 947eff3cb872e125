/** Goes where a tapped notification leads, also in an app that the system started at another place. */
import { takeTappedPath } from "../data/device_state";

/**
 * Go where the last tap leads when the page starts, and when it is seen again without having heard the worker.
 * @param go - what opens a path of the app
 */
export function followTaps(go: (path: string) => void): void {
  void goWhereTapped(go);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void goWhereTapped(go);
  });
}

/**
 * Go where the last tap leads, unless the page is there already.
 * @param asked - where the worker asked the page to go
 */
export async function goWhereTapped(go: (path: string) => void, asked?: string): Promise<void> {
  const kept = await takeTappedPath(new Date()).catch(() => undefined);
  const path = asked ?? kept;
  if (path && path !== `${location.pathname}${location.search}`) go(path);
}
