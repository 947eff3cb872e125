/** Parts of the app that are fetched when they are first needed, and what happens where that fails. */

import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Empty, Skeleton } from "./empty";
import { showToast } from "./toast";

const RETRY_AT_MOST_SECONDS = 60;

/**
 * Make a screen out of one that is still to be fetched.
 *
 * Where it can't be fetched, only a reload helps: Firefox remembers the failure of a script for as long as the page
 * lives, and Chromium that of a style sheet. A reload keeps the address and what was typed, which is stored per key.
 * @param load - an `import()` that resolves to the screen's component
 * @param isServerReachable - a page must not be reloaded where the browser would show its own error page
 */
export function lazyScreen(
  load: () => Promise<FunctionComponent>,
  isServerReachable: () => Promise<boolean>,
): FunctionComponent {
  let loaded: FunctionComponent | undefined;
  let hasFailed = false;
  const loadOnce = async () => {
    if (hasFailed) return undefined;
    loaded ??= await load().catch(() => undefined);
    hasFailed = loaded === undefined;
    return loaded;
  };
  return function LazyScreen() {
    const [Screen, setScreen] = useState(() => loaded);
    const [isMissing, setMissing] = useState(hasFailed);
    useEffect(() => {
      if (Screen) return;
      void loadOnce().then((found) => (found ? setScreen(() => found) : setMissing(true)));
    }, []);
    if (Screen) return <Screen />;
    return (
      <div class="pane">
        <div class="stack">
          {isMissing ? <LoadFailed isServerReachable={isServerReachable} /> : <Skeleton />}
        </div>
      </div>
    );
  };
}

function LoadFailed({ isServerReachable }: { isServerReachable: () => Promise<boolean> }) {
  const [isOnline, setOnline] = useState(navigator.onLine);
  const reload = async () => {
    setOnline(navigator.onLine);
    if (await isServerReachable()) location.reload();
    else showToast("The server doesn't answer yet. Try again in a moment.");
  };
  useEffect(() => {
    addEventListener("online", reload);
    return () => removeEventListener("online", reload);
  }, []);
  return (
    <div role="alert">
      <Empty
        title={isOnline ? "This screen couldn't be loaded" : "Go online once to load this part"}
      >
        <p class="soft">
          {isOnline ? "Your notes are safe." : "It opens as soon as you're back online."}
        </p>
        <button type="button" class="button" onClick={reload}>
          Try again
        </button>
      </Empty>
    </div>
  );
}

/**
 * Load a part that runs beside the screens, trying again until it is there: after 2, 4, 8, up to 60 seconds, and as
 * soon as the network is back.
 * @param onFailure - called with the number of failures so far
 */
export async function loadUntilThere<T>(
  load: () => Promise<T>,
  onFailure: (failures: number) => void = () => {},
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await load();
    } catch {
      onFailure(failures);
      await pause(Math.min(RETRY_AT_MOST_SECONDS, 2 ** failures));
    }
  }
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    addEventListener("online", end);
  });
}
