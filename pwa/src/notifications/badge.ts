/** What this device shows of what is due outside its own screens: the number on the icon, old notifications. */

import { isOpen } from "../data/closed";
import { find, openFollowUps, type Saved } from "../data/queries";
import { localDay } from "../domain/dates/days";

/** Put the number of promises that are due on the app's icon, where there is such a thing. */
export async function badge(count: number): Promise<void> {
  await navigator.setAppBadge?.(count);
}

/** Count what I owe that is due by now. */
export async function countDue(now: Date): Promise<number> {
  const today = localDay(now);
  const mine = (await openFollowUps()).filter(({ body }) => body.owed_by === "me");
  return mine.filter((one) => dayOf(one) <= today).length;
}

/** Take down the notifications of what has been settled or deleted, here or on another device. */
export async function closeSettledNotifications(
  registration: ServiceWorkerRegistration,
): Promise<void> {
  for (const notification of await registration.getNotifications()) {
    const { kind, id } = notification.data ?? {};
    if (kind !== "follow_up") continue;
    const followUp = await find("follow_up", id);
    if (followUp && !isOpen(followUp)) notification.close();
  }
}

function dayOf({ body: { due_on, due_at } }: Saved<"follow_up">): string {
  return due_at ? localDay(new Date(due_at)) : (due_on ?? "9999");
}
