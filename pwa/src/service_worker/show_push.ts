/** Shows each push, whatever it holds, and does what the person answers to it. */

import { isOpen } from "../data/closed";
import { finishFollowUp, postponeFollowUp } from "../data/follow_up_steps";
import { find } from "../data/queries";
import { daysAfter, localDay } from "../domain/dates/days";
import { badge, closeSettledNotifications, countDue } from "../notifications/badge";
import { type Push, type PushAction, parsePush, pathOfOurs } from "../notifications/push";
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
const SETTLED_STAYS_SECONDS = 2;

let refreshed = Promise.resolve();

/** Show a push; then bring the list, the badge and the other notifications up to date where possible. */
export async function showPush(arrived: PushMessageData | null): Promise<void> {
  const push = parsePush(arrived);
  await self.registration.showNotification(push.title, optionsOf(push));
  if (push.kind === "test") await tellPages({ type: "push_arrived", id: push.id });
  if (push.kind === "done") await closeSoon(push.tag);
  if (push.badge !== undefined) await badge(push.badge).catch(() => undefined);
  await refresh();
}

/** Do what was answered: settle it here and now, or else open what it is about. */
export async function answerClick(event: NotificationEvent): Promise<void> {
  const { action, notification } = event;
  notification.close();
  const { id, path } = notification.data ?? {};
  const isSettled = await settle(action, id).catch(() => false);
  if (isSettled) await refresh();
  else await open(pathOfOurs(path));
}

/**
 * Send what waits, take news in, and show of them what stands outside the screens; without a network, later.
 * One after the other: what is answered while a round is under way has missed that one.
 */
export function refresh(): Promise<void> {
  refreshed = refreshed.then(refreshNow);
  return refreshed;
}

async function refreshNow(): Promise<void> {
  try {
    const outcome = await runLocked();
    if (outcome?.state !== "synced") await askForBackgroundRound(self.registration);
    await closeSettledNotifications(self.registration);
    await badge(await countDue(new Date()));
  } catch {
    // The storage may be out of reach; what was to be shown has been shown.
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

async function tellPages(message: PushArrived): Promise<void> {
  for (const page of await windows()) page.postMessage(message);
}

async function closeSoon(tag: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, SETTLED_STAYS_SECONDS * 1000));
  for (const one of await self.registration.getNotifications({ tag })) one.close();
}

/** gives: whether it is settled; not where this device does not know the follow-up yet */
async function settle(action: string, id: string): Promise<boolean> {
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
  const [page] = await windows();
  if (!page) return void (await self.clients.openWindow(path));
  page.postMessage(message);
  await page.focus();
}

/** The one in sight first. */
async function windows(): Promise<readonly WindowClient[]> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return pages.toSorted((a, b) => Number(b.focused) - Number(a.focused));
}
