/** What each start updates: the push subscription, the time zone, the badge and old notifications. */
import { onAnnouncement } from "../data/announce";
import { notificationChoice } from "../data/device_state";
import { closeOldNotifications, countDue, setBadge } from "./badge";
import { repairSubscription } from "./subscription";
import { keepTimeZone } from "./time_zone";

interface WithPeriodicSync {
  periodicSync?: { register(tag: string, options: { minInterval: number }): Promise<void> };
}

const AFTER_CHANGES_SECONDS = 1;
const REFRESH_EVERY_HOURS = 12;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Repair the reminders of this device, and keep badge and notifications up to date from now on.
 * @param roundTag - the name of the periodic sync in which the worker runs a round
 */
export async function keepNotificationsWorking(roundTag: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  await refreshInBackground(registration, roundTag);
  onAnnouncement((topics) => topics.includes("follow_up") && updateSoon(registration));
  await update(registration);
  if (!("pushManager" in registration) || (await notificationChoice()) !== "yes") return;
  await keepTimeZone();
  await repairSubscription(registration);
}

/** Waits, because many records may change in quick succession. */
function updateSoon(registration: ServiceWorkerRegistration): void {
  clearTimeout(timer);
  timer = setTimeout(() => void update(registration), AFTER_CHANGES_SECONDS * 1000);
}

async function update(registration: ServiceWorkerRegistration): Promise<void> {
  await closeOldNotifications(registration);
  await setBadge(await countDue(new Date()));
}

/** Browsers grant this to installed apps only; elsewhere the first round brings the list up to date. */
async function refreshInBackground(
  registration: ServiceWorkerRegistration,
  tag: string,
): Promise<void> {
  const { periodicSync } = registration as WithPeriodicSync;
  const options = { minInterval: REFRESH_EVERY_HOURS * 3_600_000 };
  await periodicSync?.register(tag, options).catch(() => undefined);
}
