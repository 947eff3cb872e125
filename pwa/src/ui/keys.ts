/** Keyboard shortcuts of the current screen. */

import { useEffect, useRef, useState } from "preact/hooks";

/** A shortcut: what it does, in words for the list that `?` shows, and the action. */
export interface Key {
  does: string;
  run: () => void;
}

/** Shortcuts by `KeyboardEvent.key`. */
export type Keys = Record<string, Key>;

const registered: { current: Keys }[] = [];

/**
 * Register shortcuts for as long as the component is on screen; those of a later component come first.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  // A parent renders before its children but its effects run after theirs: so it registers while rendering.
  useState(() => registered.unshift(latest));
  useEffect(() => () => void registered.splice(registered.indexOf(latest), 1), []);
}

/** List the active shortcuts, each once, as `[key, what it does]`. */
export function activeKeys(): [string, string][] {
  const found = new Map<string, string>();
  for (const { current } of registered.toReversed())
    for (const [key, { does }] of Object.entries(current)) found.set(key, does);
  return [...found];
}

/** Start to listen for keys. While the user types only Escape counts; a focused button keeps Enter and Space. */
export function listenForKeys(): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    if (isTyping(event.target) && event.key !== "Escape") return;
    if (isButtonPress(event)) return;
    const key = registered.find(({ current }) => current[event.key])?.current[event.key];
    if (!key) return;
    event.preventDefault();
    key.run();
  });
}

function isButtonPress({ key, target }: KeyboardEvent): boolean {
  const pressed = target instanceof Element && target.closest("a, button, input, summary");
  return Boolean(pressed) && (key === "Enter" || key === " ");
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=button])"))
  );
}
