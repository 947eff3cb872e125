/** What is said of reminders on this device, and how what stands in the way is got over. */
import type { NotificationState } from "./use_notifications";

type Obstacle = Exclude<NotificationState["obstacle"], undefined>;

const OBSTACLES: Record<Obstacle, string> = {
  offline: "The server could not be reached. Try again when there is a network.",
  signed_out: "Sign in again first; then this device can be reminded.",
  no_worker: "This window keeps nothing in the background, as private windows do. Use another one.",
  no_answer:
    "The browser's push service did not answer. A firewall or a browser without one may be why. Try again later, or let your calendar remind you.",
  denied: "The browser does not let Earshot notify you.",
  not_answered: "The browser's question was closed without an answer. Nothing has changed.",
  endpoint_refused: "This server does not send to this browser's push service.",
  failed: "That did not work. Try again.",
};

/** Say what stands in the way. */
export function obstacleText(obstacle: Obstacle): string {
  return OBSTACLES[obstacle];
}

/** Say how to undo in this browser that it refuses notifications. */
export function howToAllow(userAgent: string, isInstalled: boolean): string {
  if (/iPhone|iPad/.test(userAgent))
    return "Open Settings, Notifications, Earshot, and allow them.";
  if (/Android/.test(userAgent) && isInstalled) {
    return "Hold the icon of Earshot, choose App info, Notifications, and allow them.";
  }
  if (/Firefox/.test(userAgent)) {
    return "Tap the padlock or the crossed-out bell beside the address, and clear the blocked permission.";
  }
  if (/Android/.test(userAgent)) {
    return "Tap the sign left of the address, then Permissions, Notifications, and allow them.";
  }
  if (/Chrome/.test(userAgent)) {
    return "Click the sign left of the address, and switch Notifications on.";
  }
  return "Open the browser's settings, Websites, Notifications, and allow them for this address.";
}
