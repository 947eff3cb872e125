/** The keys of Now: up and down among what is due, done, later. */

import { daysAfter, localDay } from "../days/days";
import { useKeys } from "../ui/keys";
import type { Due } from "./due";
import { markDone, moveTo } from "./settle";

/** Let keys act on what is due. */
export function useDueKeys(due: Due[]): void {
  const move = (step: number) => {
    const place = due.findIndex(isInHand);
    const next = due[Math.min(Math.max(place + step, 0), due.length - 1)];
    if (next) itemOf(next.followUp.id)?.focus();
  };
  const settle = (how: (one: Due) => Promise<void>) => {
    const one = due.find(isInHand);
    if (!one) return;
    move(due.at(-1) === one ? -1 : 1);
    void how(one);
  };
  const tomorrow = () => daysAfter(localDay(new Date()), 1);
  useKeys({
    j: { does: "Next promise", run: () => move(1) },
    k: { does: "Promise before", run: () => move(-1) },
    d: { does: "Done", run: () => settle(({ followUp }) => markDone(followUp)) },
    l: {
      does: "Later: tomorrow",
      run: () => settle(({ followUp }) => moveTo(followUp, tomorrow())),
    },
  });
}

function itemOf(id: string): HTMLElement | null {
  return document.getElementById(id);
}

function isInHand({ followUp }: Due): boolean {
  return itemOf(followUp.id)?.contains(document.activeElement) ?? false;
}
