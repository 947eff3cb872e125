/** Recognises the gestures tap, swipe and hold; those on a control are left to it. */

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

/** Call the matching function for each gesture on an element. */
export function useGestures(place: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => {
    const controller = new AbortController();
    const listeners = Object.entries(followFinger((gesture) => latest.current[gesture]()));
    for (const [name, listener] of listeners)
      place.current?.addEventListener(name, listener as EventListener, {
        signal: controller.signal,
      });
    return () => controller.abort();
  }, []);
}

/** Follow one finger from pointerdown to pointerup. */
function followFinger(report: (gesture: keyof Gestures) => void) {
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
        report("hold");
      }, HOLD_MS);
    },
    pointermove(event: PointerEvent) {
      if (hasMoved(down, event)) clearTimeout(holding);
    },
    pointerup(event: PointerEvent) {
      const start = down;
      end();
      if (start && isSwipe(start, event)) report("swipe");
      else if (start && !hasMoved(start, event)) report("tap");
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

function hasMoved(from: PointerEvent | undefined, to: PointerEvent): boolean {
  return from !== undefined && Math.hypot(to.x - from.x, to.y - from.y) > STILL_PIXELS;
}

function isSwipe(from: PointerEvent, to: PointerEvent): boolean {
  const across = Math.abs(to.x - from.x);
  return across > SWIPE_PIXELS && across > 2 * Math.abs(to.y - from.y);
}
