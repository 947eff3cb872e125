/** Whether a new version waits; the person decides when it comes. */
import { useEffect, useState } from "preact/hooks";

type TakeUp = () => void;

let offered: TakeUp | undefined;
const listeners = new Set<() => void>();

/** Offer a new version; taking it up reloads the page. */
export function offerUpdate(takeUp: TakeUp): void {
  offered = takeUp;
  for (const hear of listeners) hear();
}

/** Tell whether a new version waits, and give the way to it. */
export function useUpdate(): { ready: boolean; reload: () => void } {
  const [ready, setReady] = useState(offered !== undefined);
  useEffect(() => {
    const hear = () => setReady(offered !== undefined);
    hear();
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, []);
  return { ready, reload: () => offered?.() };
}
