/** The keys of a list of what is owed: up and down in it, done, later. */

import { daysAfter, localDay } from "../../domain/dates/days";
import { useKeys } from "../../ui/keys";
import { markDone, postponeTo } from "./close_promise";
import type { OwedFollowUp } from "./promise";

/** Let keys act on what is listed. */
export function usePromiseKeys(listed: OwedFollowUp[]): void {
  const move = (step: number) => {
    const place = listed.findIndex(isInHand);
    const next = listed[Math.min(Math.max(place + step, 0), listed.length - 1)];
    if (next) itemOf(next.followUp.id)?.focus();
  };
  const settle = (how: (one: OwedFollowUp) => Promise<void>) => {
    const one = listed.find(isInHand);
    if (!one) return;
    move(listed.at(-1) === one ? -1 : 1);
    void how(one);
  };
  const tomorrow = () => daysAfter(localDay(new Date()), 1);
  useKeys({
    j: { does: "Next promise", run: () => move(1) },
    k: { does: "Promise before", run: () => move(-1) },
    d: { does: "Done", run: () => settle(({ followUp }) => markDone(followUp)) },
    l: {
      does: "Later: tomorrow",
      run: () => settle(({ followUp }) => postponeTo(followUp, tomorrow())),
    },
  });
}

function itemOf(id: string): HTMLElement | null {
  return document.getElementById(id);
}

function isInHand({ followUp }: OwedFollowUp): boolean {
  return itemOf(followUp.id)?.contains(document.activeElement) ?? false;
}
