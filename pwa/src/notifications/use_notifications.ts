/** How it stands with reminders on this device, and what changes that. */
import { useEffect, useState } from "preact/hooks";
import { account } from "../data/account";
import { notificationChoice, setNotificationChoice } from "../data/device_state";
import { useLive } from "../data/live";
import { isInstalled, isIos } from "../ui/platform";
import { isSubscribed, type Obstacle, subscribe, unsubscribe } from "./subscription";
import { within } from "./time_limit";
import { keepTimeZone } from "./time_zone";

/** `unasked` was never answered here, `off` was answered with no, `lost` is on but has no subscription. */
export type State =
  | "unsupported"
  | "install_first"
  | "signed_out"
  | "denied"
  | "unasked"
  | "off"
  | "lost"
  | "on";

export interface NotificationState {
  /** Undefined until it is known. */
  state: State | undefined;
  obstacle: Obstacle | "not_answered" | undefined;
  isBusy: boolean;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

const WORKER_WITHIN_SECONDS = 5;

/** Follow how it stands; `start` must be called within a tap, for the browser asks the person then. */
export function useNotifications(): NotificationState {
  const [changes, setChanges] = useState(0);
  const [obstacle, setObstacle] = useState<NotificationState["obstacle"]>();
  const [isBusy, setBusy] = useState(false);
  const { value } = useLive(stateNow, ["account", "notifications"], [changes]);
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

/** Give the worker's registration; nothing where there is none, and none comes. */
export async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  return within(WORKER_WITHIN_SECONDS, navigator.serviceWorker.ready).catch(() => undefined);
}

async function stateNow(): Promise<State> {
  if (!isSupported()) return isIos() && !isInstalled() ? "install_first" : "unsupported";
  if (!(await account())) return "signed_out";
  if (Notification.permission === "denied") return "denied";
  const said = await notificationChoice();
  if (said !== "yes") return said === "no" ? "off" : "unasked";
  const registration = await registered();
  return registration && (await isSubscribed(registration)) ? "on" : "lost";
}

function isSupported(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** A permission is given and taken in the browser's own pages. */
function onReturn(look: () => void): () => void {
  const lookIfSeen = () => document.hidden || look();
  document.addEventListener("visibilitychange", lookIfSeen);
  addEventListener("focus", lookIfSeen);
  return () => {
    document.removeEventListener("visibilitychange", lookIfSeen);
    removeEventListener("focus", lookIfSeen);
  };
}

async function start(): Promise<NotificationState["obstacle"]> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return permission === "denied" ? "denied" : "not_answered";
  const registration = await registered();
  if (!registration) return "no_worker";
  const obstacle = await subscribe(registration);
  if (obstacle) return obstacle;
  await keepTimeZone();
  await setNotificationChoice("yes");
  return undefined;
}

async function stop(): Promise<undefined> {
  await setNotificationChoice("no");
  const registration = await registered();
  if (registration) await unsubscribe(registration);
}
