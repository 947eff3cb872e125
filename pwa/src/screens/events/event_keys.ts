/** The keys of the events' screen. */

import type { Saved } from "../../data/queries";
import { type Keys, useKeys } from "../../ui/keys";
import { go } from "../../ui/router";
import { sectionsOf } from "./event_sections";

/** Let keys move through the events, add one and edit its name. */
export function useEventKeys(events: Saved<"event">[], currentId: string | undefined): void {
  const inOrder = sectionsOf(events, "time", new Date()).flatMap((section) => section.events);
  const at = inOrder.findIndex(({ id }) => id === currentId);
  const move = (to: number) => {
    const next = inOrder[Math.max(0, Math.min(inOrder.length - 1, to))];
    if (next) go(`/events/${next.id}`, { replace: currentId !== undefined });
  };
  const keys: Keys = {
    n: { does: "Add an event", run: () => go("/events/new") },
    j: { does: "Next event", run: () => move(at + 1) },
    k: { does: "Event before", run: () => move(at - 1) },
  };
  const ofOne: Keys = {
    e: { does: "Edit the name", run: editName },
    Escape: { does: "Back to the events", run: () => go("/events") },
  };
  useKeys(currentId ? { ...keys, ...ofOne } : keys);
}

function editName(): void {
  document.querySelector<HTMLElement>('.event_page [data-field="name"] button')?.click();
}
