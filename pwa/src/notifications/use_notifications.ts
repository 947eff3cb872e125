/** The state of reminders on this device, and how to turn them on and off. */
import { useEffect, useState } from "preact/hooks";
import { account } from "../data/account";
import { notificationChoice, setNotificationChoice } from "../data/device_state";
import { useLive } from "../data/live";
import { isInstalled, isIos } from "../ui/platform";
import { isSubscribed, type Obstacle, subscribe, unsubscribe, within } from "./subscription";
import { keepTimeZone } from "./time_zone";

/** `unasked` was never answered here, `off` was declined, `lost` is on but has no subscription any more. */
export type ReminderState =
  | "unsupported"
  | "install_first"
  | "signed_out"
  | "denied"
  | "unasked"
  | "off"
  | "lost"
  | "on";

/** The state, what prevents a change of it, and the changes. */
export interface NotificationState {
  /** Undefined until it is known. */
  state: ReminderState | undefined;
  obstacle: Obstacle | "not_answered" | undefined;
  isBusy: boolean;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

const WORKER_WITHIN_SECONDS = 5;

/** Return the state; `start` must be called within a tap, because the browser then asks the user. */
export function useNotifications(): NotificationState {
  const [changes, setChanges] = useState(0);
  const [obstacle, setObstacle] = useState<NotificationState["obstacle"]>();
  const [isBusy, setBusy] = useState(false);
  const { value } = useLive(currentState, ["account", "notifications"], [changes]);
  useEffect(() => onReturn(() => setChanges((count) => count + 1)), []);
  const during = async (work: () => Promise<NotificationState["obstacle"]>) => {
    setBusy(true);
    setObstacle(undefined);
    setObstacle(await work());
    setBusy(false);
    setChanges((count) => count + 1);
  };
  return {
    state: value,
    obstacle,
    isBusy,
    start: () => during(start),
    stop: () => during(stop),
  };
}

/** Return the worker's registration; undefined where there is none within 5 seconds. */
export async function workerRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  return within(WORKER_WITHIN_SECONDS, navigator.serviceWorker.ready).catch(() => undefined);
}

async function currentState(): Promise<ReminderState> {
  if (!isSupported()) return isIos() && !isInstalled() ? "install_first" : "unsupported";
  if (!(await account())) return "signed_out";
  if (Notification.permission === "denied") return "denied";
  const choice = await notificationChoice();
  if (choice !== "yes") return choice === "no" ? "off" : "unasked";
  const registration = await workerRegistration();
  return registration && (await isSubscribed(registration)) ? "on" : "lost";
}

function isSupported(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** A permission can change in the browser's settings, outside this page. */
function onReturn(update: () => void): () => void {
  const updateIfVisible = () => document.hidden || update();
  document.addEventListener("visibilitychange", updateIfVisible);
  addEventListener("focus", updateIfVisible);
  return () => {
    document.removeEventListener("visibilitychange", updateIfVisible);
    removeEventListener("focus", updateIfVisible);
  };
}

async function start(): Promise<NotificationState["obstacle"]> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return permission === "denied" ? "denied" : "not_answered";
  const registration = await workerRegistration();
  if (!registration) return "no_worker";
  const obstacle = await subscribe(registration);
  if (obstacle) return obstacle;
  await keepTimeZone();
  await setNotificationChoice("yes");
  return undefined;
}

async function stop(): Promise<undefined> {
  await setNotificationChoice("no");
  const registration = await workerRegistration();
  if (registration) await unsubscribe(registration);
}
