/** What a finger does on the screen of a talk: tap, swipe, hold. A control keeps its own. */

import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface Gestures {
  tap: () => void;
  swipe: () => void;
  hold: () => void;
}

const SWIPE_PIXELS = 48;
const STILL_PIXELS = 12;
const HOLD_MS = 500;

/** Let gestures on a place act. */
export function useGestures(place: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => {
    const over = new AbortController();
    const listeners = Object.entries(follow((gesture) => latest.current[gesture]()));
    for (const [name, listener] of listeners)
      place.current?.addEventListener(name, listener as EventListener, { signal: over.signal });
    return () => over.abort();
  }, []);
}

/** Follow one finger from when it comes down to when it is lifted. */
function follow(tell: (gesture: keyof Gestures) => void) {
  let down: PointerEvent | undefined;
  let holding: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(holding);
    down = undefined;
  };
  return {
    pointerdown(event: PointerEvent) {
      end();
      if (!event.isPrimary || isOnControl(event)) return;
      down = event;
      holding = setTimeout(() => {
        end();
        tell("hold");
      }, HOLD_MS);
    },
    pointermove(event: PointerEvent) {
      if (isAway(down, event)) clearTimeout(holding);
    },
    pointerup(event: PointerEvent) {
      const begun = down;
      end();
      if (begun && isSwipe(begun, event)) tell("swipe");
      else if (begun && !isAway(begun, event)) tell("tap");
    },
    pointercancel: end,
    contextmenu(event: Event) {
      if (!isOnControl(event)) event.preventDefault();
    },
  };
}

function isOnControl({ target }: Event): boolean {
  return target instanceof Element && target.closest("a, button, input, fieldset") !== null;
}

function isAway(from: PointerEvent | undefined, to: PointerEvent): boolean {
  return from !== undefined && Math.hypot(to.x - from.x, to.y - from.y) > STILL_PIXELS;
}

function isSwipe(from: PointerEvent, to: PointerEvent): boolean {
  const across = Math.abs(to.x - from.x);
  return across > SWIPE_PIXELS && across > 2 * Math.abs(to.y - from.y);
}
