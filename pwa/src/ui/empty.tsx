/** What is shown where there is nothing yet, while something loads, and where loading failed. */

import type { ComponentChildren } from "preact";
import { Seedling } from "./seedling";

/** Show that there is nothing here yet; the children say what will be, and how it comes. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Seedling />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Hold the place of what is loading; visible only when that takes a while. */
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

/** Show that something could not be read from this device. */
export function ReadingFailed() {
  return (
    <div class="notice warning" role="alert">
      <p>Your notes couldn't be read from this device.</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Try again
      </button>
    </div>
  );
}
