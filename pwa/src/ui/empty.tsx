/** What stands where there is nothing yet, and where something is on its way. */

import type { ComponentChildren } from "preact";
import { Seedling } from "./seedling";

/** Show an empty place: what will stand here, and how it comes about. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Seedling />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Hold the place of what is being read; seen only when it takes longer than a blink. */
export function Skeleton() {
  return (
    <div class="skeleton" role="status">
      <b class="visually_hidden">Loading…</b>
      <span />
      <span />
      <span />
    </div>
  );
}

/** Say that something could not be read from this device. */
export function ReadingFailed() {
  return (
    <div class="notice warning" role="alert">
      <p>This device could not read what it keeps.</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Try again
      </button>
    </div>
  );
}
