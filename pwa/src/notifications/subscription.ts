/** The one push subscription of this device: made, mended, told to the server, ended. */
import { call } from "../api";
import { deviceId, notificationChoice } from "../data/device_state";
import { within } from "./time_limit";

/** What stands between this device and its reminders. */
export type Obstacle =
  | "offline"
  | "signed_out"
  | "no_worker"
  | "no_answer"
  | "denied"
  | "endpoint_refused"
  | "failed";

interface AtServer {
  key: string;
  endpoint: string | null;
}

const ANSWER_WITHIN_SECONDS = 15;

/**
 * Subscribe this device, or mend what it has: one subscription, made with the server's present key,
 * and known to the server. Safe to repeat.
 * gives: what stands in the way, if anything does
 */
export async function subscribe(
  registration: ServiceWorkerRegistration,
): Promise<Obstacle | undefined> {
  const answer = await call<AtServer>("GET", "/api/push");
  if (!answer.ok) return obstacleOf(answer.status);
  const { key, endpoint } = answer.body;
  try {
    const subscription = await subscribed(registration, key);
    return subscription.endpoint === endpoint ? undefined : await tell(subscription, key);
  } catch (error) {
    return obstacleBehind(error);
  }
}

/** Mend the subscription where this device is to be reminded; the browser or a new key may have ended it. */
export async function repairSubscription(registration: ServiceWorkerRegistration): Promise<void> {
  if ((await notificationChoice()) !== "yes" || Notification.permission !== "granted") return;
  await subscribe(registration);
}

/** End the subscription, here and at the server. Safe to repeat. */
export async function unsubscribe(registration: ServiceWorkerRegistration): Promise<void> {
  const subscription = await registration.pushManager.getSubscription();
  await subscription?.unsubscribe();
  await call("DELETE", "/api/push");
}

/** Tell whether this device has a subscription. */
export async function isSubscribed(registration: ServiceWorkerRegistration): Promise<boolean> {
  return (await registration.pushManager.getSubscription()) !== null;
}

/** A browser refuses another key for as long as there is a subscription with the one before. */
async function subscribed(
  { pushManager }: ServiceWorkerRegistration,
  key: string,
): Promise<PushSubscription> {
  const present = await pushManager.getSubscription();
  if (present && isMadeWith(present, key)) return present;
  await present?.unsubscribe();
  const wanted = { userVisibleOnly: true, applicationServerKey: key };
  return within(ANSWER_WITHIN_SECONDS, pushManager.subscribe(wanted));
}

function isMadeWith({ options }: PushSubscription, key: string): boolean {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer());
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === key;
}

async function tell(subscription: PushSubscription, key: string): Promise<Obstacle | undefined> {
  const { endpoint, keys } = subscription.toJSON();
  const told = { endpoint, keys, key, device_id: await deviceId() };
  const answer = await call("PUT", "/api/push", told);
  if (answer.ok) return undefined;
  if (answer.code === "endpoint_refused") await subscription.unsubscribe();
  return answer.code === "endpoint_refused" ? "endpoint_refused" : obstacleOf(answer.status);
}

function obstacleOf(status: number): Obstacle {
  if (status === 0) return "offline";
  return status === 401 ? "signed_out" : "failed";
}

/** A browser that has no push service, or reaches none, either never settles or aborts. */
function obstacleBehind(error: unknown): Obstacle {
  if (!(error instanceof DOMException)) return "failed";
  if (error.name === "NotAllowedError") return "denied";
  return ["TimeoutError", "AbortError"].includes(error.name) ? "no_answer" : "failed";
}
