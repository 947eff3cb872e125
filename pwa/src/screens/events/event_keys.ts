/** The keyboard shortcuts of the events screen. */

import type { Saved } from "../../data/queries";
import { type Keys, useKeys } from "../../ui/keys";
import { useListKeys } from "../../ui/list_keys";
import { go } from "../../ui/router";
import { sectionsOf } from "./event_sections";

/** Register the keys that move through the events, add one and edit its name. */
export function useEventKeys(events: Saved<"event">[], currentId: string | undefined): void {
  const keys: Keys = { n: { does: "Add an event", run: () => go("/events/new") } };
  const ofCurrent: Keys = {
    e: { does: "Edit the name", run: editName },
    Escape: { does: "Back to events", run: () => go("/events") },
  };
  useKeys(currentId ? { ...keys, ...ofCurrent } : keys);
  useListKeys({
    noun: "event",
    items: () => sectionsOf(events, "time", new Date()).flatMap((section) => section.events),
    isCurrent: ({ id }) => id === currentId,
    open: ({ id }) => go(`/events/${id}`, { replace: currentId !== undefined }),
  });
}

function editName(): void {
  document.querySelector<HTMLElement>('.event_page [data-field="name"] button')?.click();
}
