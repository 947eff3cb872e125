/** What is looked after at each start: the subscription, the zone, the badge, and old notifications. */
import { onAnnouncement } from "../data/announce";
import { notificationChoice } from "../data/device_state";
import { badge, closeSettledNotifications, countDue } from "./badge";
import { repairSubscription } from "./subscription";
import { keepTimeZone } from "./time_zone";

interface WithPeriodicSync {
  periodicSync?: { register(tag: string, wish: { minInterval: number }): Promise<void> };
}

const AFTER_CHANGES_SECONDS = 1;
const REFRESH_EACH_HOURS = 12;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Mend what concerns reminders on this device, and follow what is due from now on.
 * takes: the name by which the browser calls the worker for a round
 */
export async function keepNotificationsWorking(roundTag: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  await refreshInBackground(registration, roundTag);
  onAnnouncement((topics) => topics.includes("follow_up") && showSoon(registration));
  await show(registration);
  if (!("pushManager" in registration) || (await notificationChoice()) !== "yes") return;
  await keepTimeZone();
  await repairSubscription(registration);
}

/** Many records may change one after the other. */
function showSoon(registration: ServiceWorkerRegistration): void {
  clearTimeout(timer);
  timer = setTimeout(() => void show(registration), AFTER_CHANGES_SECONDS * 1000);
}

async function show(registration: ServiceWorkerRegistration): Promise<void> {
  await closeSettledNotifications(registration);
  await badge(await countDue(new Date()));
}

/** Only an installed app is given this; elsewhere the list is right after the first round. */
async function refreshInBackground(
  registration: ServiceWorkerRegistration,
  tag: string,
): Promise<void> {
  const { periodicSync } = registration as WithPeriodicSync;
  const wish = { minInterval: REFRESH_EACH_HOURS * 3_600_000 };
  await periodicSync?.register(tag, wish).catch(() => undefined);
}
