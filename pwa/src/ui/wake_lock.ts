/** Keeps the screen on while something is shown that must stay visible. */

import { useEffect } from "preact/hooks";

/** Keep the screen on while the component is rendered, where the browser can; it ends while the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: Promise<WakeLockSentinel | undefined> | undefined;
    const request = () => {
      if (document.visibilityState === "visible")
        lock = navigator.wakeLock?.request("screen").catch(() => undefined);
    };
    request();
    document.addEventListener("visibilitychange", request);
    return () => {
      document.removeEventListener("visibilitychange", request);
      void lock?.then((granted) => granted?.release());
    };
  }, []);
}
