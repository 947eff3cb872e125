/** The words for what prevents reminders on this device, and how to fix that. */
import type { NotificationState } from "./use_notifications";

type Obstacle = Exclude<NotificationState["obstacle"], undefined>;

const OBSTACLES: Record<Obstacle, string> = {
  offline: "The server can't be reached. Try again when you're online.",
  signed_out: "Sign in again first.",
  no_worker: "Private windows can't get notifications. Use a normal window.",
  no_answer:
    "Your browser's push service didn't answer, maybe because of a firewall. Try again later, or use your calendar instead.",
  denied: "Notifications from Earshot are blocked in this browser.",
  not_answered: "You closed the browser's question, so nothing has changed.",
  endpoint_refused: "This server doesn't support this browser's push service.",
  failed: "That didn't work. Try again.",
};

/** Return what prevents reminders. */
export function obstacleText(obstacle: Obstacle): string {
  return OBSTACLES[obstacle];
}

/** Return how to allow notifications again in this browser. */
export function howToAllow(userAgent: string, isInstalled: boolean): string {
  if (/iPhone|iPad/.test(userAgent))
    return "In Settings, open Notifications, Earshot, and allow them.";
  if (/Android/.test(userAgent) && isInstalled) {
    return "Press and hold Earshot's icon, then App info, Notifications, and allow them.";
  }
  if (/Firefox/.test(userAgent)) {
    return "Tap the padlock or the crossed-out bell next to the address, and clear the blocked permission.";
  }
  if (/Android/.test(userAgent)) {
    return "Tap the icon left of the address, then Permissions, Notifications, and allow them.";
  }
  if (/Chrome/.test(userAgent)) {
    return "Click the icon left of the address, and turn Notifications on.";
  }
  return "In the browser's settings, open Websites, Notifications, and allow them for this address.";
}
