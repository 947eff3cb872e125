/** Screens that are fetched when they are first wanted, so that the first one starts sooner. */

import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Skeleton } from "./empty";

/**
 * Make a screen out of one that is still to be fetched.
 * takes: fetchScreen, an `import()` that gives the screen's component
 */
export function lazyScreen(fetchScreen: () => Promise<FunctionComponent>): FunctionComponent {
  let fetched: FunctionComponent | undefined;
  return function Lazy() {
    const [Screen, setScreen] = useState(() => fetched);
    useEffect(() => {
      if (Screen) return;
      void fetchScreen().then((found) => {
        fetched = found;
        setScreen(() => found);
      });
    }, []);
    return Screen ? <Screen /> : <Waiting />;
  };
}

function Waiting() {
  return (
    <div class="pane">
      <div class="stack">
        <Skeleton />
      </div>
    </div>
  );
}
