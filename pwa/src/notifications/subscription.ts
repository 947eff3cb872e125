/** The push subscription of this device: created, repaired, registered at the server, ended. */
import { call } from "../api";
import { deviceId, notificationChoice } from "../data/device_state";

/** What prevents reminders on this device. */
export type Obstacle =
  | "offline"
  | "signed_out"
  | "no_worker"
  | "no_answer"
  | "denied"
  | "endpoint_refused"
  | "failed";

interface ServerState {
  key: string;
  endpoint: string | null;
}

const ANSWER_WITHIN_SECONDS = 15;

/**
 * Subscribe this device, or repair its subscription: exactly one, made with the server's current key and registered
 * there. Safe to repeat.
 * @returns what prevents it, if anything
 */
export async function subscribe(
  registration: ServiceWorkerRegistration,
): Promise<Obstacle | undefined> {
  const answer = await call<ServerState>("GET", "/api/push");
  if (!answer.ok) return obstacleOf(answer.status);
  const { key, endpoint } = answer.body;
  try {
    const subscription = await currentSubscription(registration, key);
    return subscription.endpoint === endpoint ? undefined : await register(subscription, key);
  } catch (error) {
    return obstacleBehind(error);
  }
}

/** Repair the subscription if reminders are on; the browser or a new key of the server may have ended it. */
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

/** Check whether this device has a subscription. */
export async function isSubscribed(registration: ServiceWorkerRegistration): Promise<boolean> {
  return (await registration.pushManager.getSubscription()) !== null;
}

/**
 * Wait for a promise for a limited time.
 * @throws a `DOMException` named `TimeoutError` where it takes longer
 */
export async function within<T>(seconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const error = new DOMException(`no answer within ${seconds} s`, "TimeoutError");
    timer = setTimeout(reject, seconds * 1000, error);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** A browser refuses a new key while there is a subscription with the old one. */
async function currentSubscription(
  { pushManager }: ServiceWorkerRegistration,
  key: string,
): Promise<PushSubscription> {
  const present = await pushManager.getSubscription();
  if (present && isMadeWith(present, key)) return present;
  await present?.unsubscribe();
  const options = { userVisibleOnly: true, applicationServerKey: key };
  return within(ANSWER_WITHIN_SECONDS, pushManager.subscribe(options));
}

function isMadeWith({ options }: PushSubscription, key: string): boolean {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer());
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === key;
}

async function register(
  subscription: PushSubscription,
  key: string,
): Promise<Obstacle | undefined> {
  const { endpoint, keys } = subscription.toJSON();
  const body = { endpoint, keys, key, device_id: await deviceId() };
  const answer = await call("PUT", "/api/push", body);
  if (answer.ok) return undefined;
  if (answer.code === "endpoint_refused") await subscription.unsubscribe();
  return answer.code === "endpoint_refused" ? "endpoint_refused" : obstacleOf(answer.status);
}

function obstacleOf(status: number): Obstacle {
  if (status === 0) return "offline";
  return status === 401 ? "signed_out" : "failed";
}

/** A browser without a push service, or one that can't reach it, either never answers or aborts. */
function obstacleBehind(error: unknown): Obstacle {
  if (!(error instanceof DOMException)) return "failed";
  if (error.name === "NotAllowedError") return "denied";
  return ["TimeoutError", "AbortError"].includes(error.name) ? "no_answer" : "failed";
}
