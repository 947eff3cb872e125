/** Shows each push, whatever its content, and does what the user taps on it. */

import { isOpen } from "../data/closed";
import { setTappedPath } from "../data/device_state";
import { finishFollowUp, postponeFollowUp } from "../data/follow_up_steps";
import { find } from "../data/queries";
import { daysAfter, localDay } from "../domain/dates/days";
import { closeOldNotifications, countDue, setBadge } from "../notifications/badge";
import { appPath, type Push, type PushAction, parsePush } from "../notifications/push";
import type { PushArrived } from "../notifications/push_trial";
import { askForBackgroundRound } from "../sync/background";
import { runLocked } from "../sync/sync_lock";
import type { OpenPath } from "./handshake";

declare const self: ServiceWorkerGlobalScope;

interface Options extends NotificationOptions {
  actions: { action: PushAction; title: string }[];
}

const LABELS: Record<PushAction, string> = { done: "Done", tomorrow: "Tomorrow" };
const ICON = "/icons/icon_192.png";
const DONE_STAYS_SECONDS = 2;

let refreshing = Promise.resolve();

/** Show a push; then bring the list, the badge and the other notifications up to date where possible. */
export async function showPush(arrived: PushMessageData | null): Promise<void> {
  const push = parsePush(arrived);
  await self.registration.showNotification(push.title, optionsOf(push));
  if (push.kind === "test") await postToPages({ type: "push_arrived", id: push.id });
  if (push.kind === "done") await closeSoon(push.tag);
  if (push.badge !== undefined) await setBadge(push.badge).catch(() => undefined);
  await refresh();
}

/** Do what was tapped: close or postpone the follow-up here and now, or else open the app. */
export async function answerClick(event: NotificationEvent): Promise<void> {
  const { action, notification } = event;
  notification.close();
  const { id, path } = notification.data ?? {};
  const isHandled = await handleAction(action, id).catch(() => false);
  if (isHandled) await refresh();
  else await open(appPath(path));
}

/**
 * Run a round, then update the badge and close old notifications; without a network, later.
 * One after the other: a change made during a round has missed that one.
 */
export function refresh(): Promise<void> {
  refreshing = refreshing.then(refreshNow);
  return refreshing;
}

async function refreshNow(): Promise<void> {
  try {
    const outcome = await runLocked();
    if (outcome?.state !== "synced") await askForBackgroundRound(self.registration);
    await closeOldNotifications(self.registration);
    await setBadge(await countDue(new Date()));
  } catch {
    // The storage may not open; the push itself has been shown.
  }
}

function optionsOf(push: Push): Options {
  const { kind, id, path, tag, body, actions } = push;
  return {
    body,
    tag,
    icon: ICON,
    silent: kind === "done",
    data: { kind, id, path },
    actions: actions.map((action) => ({ action, title: LABELS[action] })),
  };
}

async function postToPages(message: PushArrived): Promise<void> {
  for (const page of await windows()) page.postMessage(message);
}

async function closeSoon(tag: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, DONE_STAYS_SECONDS * 1000));
  for (const notification of await self.registration.getNotifications({ tag }))
    notification.close();
}

/** Returns whether that was all there is to do; not where this device does not have the follow-up yet. */
async function handleAction(action: string, id: string): Promise<boolean> {
  if (action !== "done" && action !== "tomorrow") return false;
  const followUp = await find("follow_up", id);
  if (!followUp) return false;
  if (!isOpen(followUp)) return true;
  if (action === "done") await finishFollowUp(followUp);
  else await postponeFollowUp(followUp, daysAfter(localDay(new Date()), 1));
  return true;
}

async function open(path: string): Promise<void> {
  const message: OpenPath = { type: "open_path", path };
  // iOS starts the app at its first screen whatever is asked for, and may lose a message to a sleeping page.
  await setTappedPath(path).catch(() => undefined);
  const [page] = await windows();
  if (!page) return void (await self.clients.openWindow(path));
  page.postMessage(message);
  await page.focus();
}

/** List the open pages, the focused one first. */
async function windows(): Promise<readonly WindowClient[]> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return pages.toSorted((a, b) => Number(b.focused) - Number(a.focused));
}
