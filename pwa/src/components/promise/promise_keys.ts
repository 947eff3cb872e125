/** The keys of a list of promises: up and down in it, done, later. */

import { daysAfter, localDay } from "../../domain/dates/days";
import { useKeys } from "../../ui/keys";
import { useListKeys } from "../../ui/list_keys";
import { markDone, postponeTo } from "./close_promise";
import type { FollowUpRow } from "./promise";

/** Use keys on the listed promises; the current one is the one that has the focus. */
export function usePromiseKeys(listed: FollowUpRow[]): void {
  const { leave } = useListKeys({
    noun: "promise",
    items: () => listed,
    isCurrent: hasFocus,
    open: ({ followUp }) => itemOf(followUp.id)?.focus(),
  });
  const close = (how: (one: FollowUpRow) => Promise<void>) => {
    const one = listed.find(hasFocus);
    if (!one) return;
    leave();
    void how(one);
  };
  const tomorrow = () => daysAfter(localDay(new Date()), 1);
  useKeys({
    d: { does: "Done", run: () => close(({ followUp }) => markDone(followUp)) },
    l: {
      does: "Later: tomorrow",
      run: () => close(({ followUp }) => postponeTo(followUp, tomorrow())),
    },
  });
}

function itemOf(id: string): HTMLElement | null {
  return document.getElementById(id);
}

function hasFocus({ followUp }: FollowUpRow): boolean {
  return itemOf(followUp.id)?.contains(document.activeElement) ?? false;
}
