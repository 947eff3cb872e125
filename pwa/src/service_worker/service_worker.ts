/** The service worker: its event listeners. */
import { repairSubscription } from "../notifications/subscription";
import { ROUND_TAG } from "../sync/background";
import { runLocked } from "../sync/sync_lock";
import { STORE_LATER_FILES, TAKE_OVER, takeOverFromBroken } from "./handshake";
import {
  answerFromCache,
  deleteOldShells,
  isUpdate,
  precacheShell,
  storeLaterFiles,
} from "./shell_cache";
import { answerClick, refresh, showPush } from "./show_push";

declare const self: ServiceWorkerGlobalScope;

interface SyncEvent extends ExtendableEvent {
  tag: string;
}

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) =>
  event.waitUntil(deleteOldShells().then(() => self.clients.claim())),
);

self.addEventListener("fetch", (event) => {
  const answer = answerFromCache(event.request);
  if (answer) event.respondWith(answer);
});

self.addEventListener("message", (event) => {
  if (event.data === TAKE_OVER) void self.skipWaiting();
  if (event.data === STORE_LATER_FILES) event.waitUntil(storeLaterFiles().catch(() => undefined));
});

self.addEventListener("sync" as keyof ServiceWorkerGlobalScopeEventMap, (event) => {
  const { tag, waitUntil } = event as SyncEvent;
  if (tag === ROUND_TAG) waitUntil.call(event, runRound());
});

self.addEventListener("periodicsync" as keyof ServiceWorkerGlobalScopeEventMap, (event) => {
  const { tag, waitUntil } = event as SyncEvent;
  if (tag === ROUND_TAG) waitUntil.call(event, refresh());
});

self.addEventListener("push", (event) => event.waitUntil(showPush(event.data)));

self.addEventListener("notificationclick", (event) => event.waitUntil(answerClick(event)));

self.addEventListener("pushsubscriptionchange", (event) =>
  (event as ExtendableEvent).waitUntil(repairSubscription(self.registration)),
);

/** An update waits for the user anyway, so it comes whole: a desk that worked offline still does after it. */
async function install(): Promise<void> {
  await precacheShell();
  await takeOverFromBroken(self);
  if (await isUpdate()) await storeLaterFiles().catch(() => undefined);
}

/** A rejection makes the browser try again later. */
async function runRound(): Promise<void> {
  const outcome = await runLocked();
  if (outcome?.state === "offline" || outcome?.state === "waiting") throw new Error(outcome.state);
}
