/** Keys that do something on the screen in view, and the list of them that `?` shows. */

import { useEffect, useRef, useState } from "preact/hooks";

export interface Key {
  does: string;
  run: () => void;
}

export type Keys = Record<string, Key>;

const inForce: { current: Keys }[] = [];

/**
 * Let keys act while the component is on screen; a later component's keys go first.
 * takes: keys by `KeyboardEvent.key`, each with what it does in words
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  // A parent is drawn before its children but its effects run after theirs: so the place is taken while drawing.
  useState(() => inForce.unshift(latest));
  useEffect(() => () => void inForce.splice(inForce.indexOf(latest), 1), []);
}

/** List the keys in force, each once, as `[key, what it does]`. */
export function keysInForce(): [string, string][] {
  const found = new Map<string, string>();
  for (const { current } of inForce.toReversed())
    for (const [key, { does }] of Object.entries(current)) found.set(key, does);
  return [...found];
}

/** Start to listen for keys; while the person types, only Escape is heard, and a button keeps what presses it. */
export function listenForKeys(): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    if (isTyping(event.target) && event.key !== "Escape") return;
    if (isPress(event)) return;
    const key = inForce.find(({ current }) => current[event.key])?.current[event.key];
    if (!key) return;
    event.preventDefault();
    key.run();
  });
}

function isPress({ key, target }: KeyboardEvent): boolean {
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
