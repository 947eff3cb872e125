/** The few seconds of reading after which a talk's screen goes calm. */

import { useEffect } from "preact/hooks";

const READING_MS = 3000;
const touches = ["pointerdown", "keydown", "input"];

/** Call `end` once nothing was touched for the time of reading, but not under somebody's fingers. */
export function useReadingTime(isReading: boolean, end: () => void): void {
  useEffect(() => {
    if (!isReading) return;
    let timer: ReturnType<typeof setTimeout>;
    let walksByKeys = false;
    const beginAgain = (event?: Event) => {
      if (event instanceof KeyboardEvent) walksByKeys ||= event.key === "Tab";
      if (event instanceof PointerEvent) walksByKeys = false;
      clearTimeout(timer);
      timer = setTimeout(() => (isInUse(walksByKeys) ? beginAgain() : end()), READING_MS);
    };
    beginAgain();
    for (const touch of touches) addEventListener(touch, beginAgain);
    return () => {
      clearTimeout(timer);
      for (const touch of touches) removeEventListener(touch, beginAgain);
    };
  }, [isReading]);
}

/** Whoever types, or walks through the controls by keyboard, is not done with them. */
function isInUse(walksByKeys: boolean): boolean {
  const inUse = walksByKeys ? ".talk :focus:not(.walk_away)" : "input";
  return document.activeElement?.matches(inUse) ?? false;
}
