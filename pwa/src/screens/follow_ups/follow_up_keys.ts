/** The keys of the follow-ups: through the list, and what to do with the one that is open. */

import { markDone, postponeTo } from "../../components/promise/close_promise";
import type { FollowUpRow } from "../../components/promise/promise";
import { isOpen } from "../../data/closed";
import { find, type Saved } from "../../data/queries";
import { daysAfter, localDay } from "../../domain/dates/days";
import { useKeys } from "../../ui/keys";
import { useListKeys } from "../../ui/list_keys";
import { currentRoute, go } from "../../ui/router";

/** Use keys to move through the list, and to close the follow-up that is open. */
export function useFollowUpKeys(listed: FollowUpRow[], currentId: string | undefined): void {
  const { leave } = useListKeys({
    noun: "follow-up",
    items: () => listed,
    isCurrent: ({ followUp }) => followUp.id === currentId,
    open: ({ followUp }) => go(pathTo(followUp.id), { replace: currentId !== undefined }),
  });
  const close = async (how: (one: Saved<"follow_up">) => Promise<void>) => {
    const current = currentId && (await find("follow_up", currentId));
    if (!current || !isOpen(current)) return;
    leave();
    await how(current);
  };
  const tomorrow = () => daysAfter(localDay(new Date()), 1);
  const ofCurrent = {
    d: { does: "Done", run: () => close(markDone) },
    l: { does: "Later: tomorrow", run: () => close((one) => postponeTo(one, tomorrow())) },
    x: { does: "Drop, and why", run: () => press("[data-drop]") },
    e: { does: "Edit the words", run: () => press('[data-field="what"] button') },
    Escape: { does: "Back to the list", run: () => go(pathTo("")) },
  };
  useKeys(currentId ? ofCurrent : {});
}

function pathTo(id: string): string {
  return `/follow-ups${id && `/${id}`}${currentRoute().params.has("owed_by") ? "?owed_by=them" : ""}`;
}

function press(button: string): void {
  const found = document.querySelector<HTMLElement>(`.follow_up ${button}`);
  found?.click();
  found?.focus();
}
