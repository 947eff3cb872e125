/** The calm state of the Listen screen: the page goes dark after a few seconds of reading. */

import { useEffect, useLayoutEffect } from "preact/hooks";

const DARK = "#0a110d";

/** Darken the page and the system's bars while it is calm, in every theme. */
export function useCalm(isCalm: boolean): void {
  useLayoutEffect(() => {
    if (!isCalm) return;
    const colours = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
    const before = colours.map(({ content }) => content);
    for (const colour of colours) colour.content = DARK;
    document.documentElement.dataset.calm = "";
    return () => {
      for (const [index, colour] of colours.entries()) colour.content = before[index] ?? "";
      delete document.documentElement.dataset.calm;
    };
  }, [isCalm]);
}

const READING_MS = 3000;
const touches = ["pointerdown", "keydown", "input"];

/** Call `end` after three seconds without input, but not while a control is in use. */
export function useReadingTime(isReading: boolean, end: () => void): void {
  useEffect(() => {
    if (!isReading) return;
    let timer: ReturnType<typeof setTimeout>;
    let usesTab = false;
    const restart = (event?: Event) => {
      if (event instanceof KeyboardEvent) usesTab ||= event.key === "Tab";
      if (event instanceof PointerEvent) usesTab = false;
      clearTimeout(timer);
      timer = setTimeout(() => (isInUse(usesTab) ? restart() : end()), READING_MS);
    };
    restart();
    for (const touch of touches) addEventListener(touch, restart);
    return () => {
      clearTimeout(timer);
      for (const touch of touches) removeEventListener(touch, restart);
    };
  }, [isReading]);
}

/** A user who types, or tabs through the controls, is not done with them. */
function isInUse(usesTab: boolean): boolean {
  const inUse = usesTab ? ".listen :focus:not(.walk_away)" : "input";
  return document.activeElement?.matches(inUse) ?? false;
}
