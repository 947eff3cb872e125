/** What is shown outside the app: the badge on its icon, and notifications that are out of date. */

import { isOpen } from "../data/closed";
import { find, openFollowUps, type Saved } from "../data/queries";
import { localDay } from "../domain/dates/days";

/** Set the badge of the app's icon to the number of promises due, where the platform has badges. */
export async function setBadge(count: number): Promise<void> {
  await navigator.setAppBadge?.(count);
}

/** Count the open promises of the user that are due by now. */
export async function countDue(now: Date): Promise<number> {
  const today = localDay(now);
  const promises = (await openFollowUps()).filter(({ body }) => body.owed_by === "me");
  return promises.filter((promise) => dayOf(promise) <= today).length;
}

/** Close the notifications of follow-ups that were closed or deleted, here or on another device. */
export async function closeOldNotifications(
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
