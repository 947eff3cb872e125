/** The keys of the follow-ups: through the list, and what to do with the one that is open. */

import { markDone, postponeTo } from "../../components/promise/close_promise";
import type { OwedFollowUp } from "../../components/promise/promise";
import { find, isOpen, type Saved } from "../../data/queries";
import { daysAfter, localDay } from "../../domain/dates/days";
import { type Keys, useKeys } from "../../ui/keys";
import { currentRoute, go } from "../../ui/router";

/** Let keys move through the list, and settle the follow-up that is open. */
export function useFollowUpKeys(listed: OwedFollowUp[], currentId: string | undefined): void {
  const at = listed.findIndex(({ followUp }) => followUp.id === currentId);
  const open = (place: number) => {
    const next = listed[Math.max(0, Math.min(listed.length - 1, place))];
    if (next) go(pathTo(next.followUp.id), { replace: currentId !== undefined });
  };
  const settle = async (how: (one: Saved<"follow_up">) => Promise<void>) => {
    const current = currentId && (await find("follow_up", currentId));
    if (!current || !isOpen(current)) return;
    open(at === listed.length - 1 ? at - 1 : at + 1);
    await how(current);
  };
  const tomorrow = () => daysAfter(localDay(new Date()), 1);
  const moving: Keys = {
    j: { does: "Next follow-up", run: () => open(at + 1) },
    k: { does: "Follow-up before", run: () => open(at - 1) },
  };
  const settling: Keys = {
    d: { does: "Done", run: () => settle(markDone) },
    l: { does: "Later: tomorrow", run: () => settle((one) => postponeTo(one, tomorrow())) },
    x: { does: "Drop, and why", run: () => press("[data-drop]") },
    e: { does: "Edit the words", run: () => press('[data-field="what"] button') },
    Escape: { does: "Back to the list", run: () => go(pathTo("")) },
  };
  useKeys(currentId ? { ...moving, ...settling } : moving);
}

function pathTo(id: string): string {
  return `/follow-ups${id && `/${id}`}${currentRoute().params.has("owed_by") ? "?owed_by=them" : ""}`;
}

function press(button: string): void {
  const found = document.querySelector<HTMLElement>(`.follow_up ${button}`);
  found?.click();
  found?.focus();
}
