/** The service worker: what it hears, and who does the work. */
import { mendSubscription } from "../notifications/subscription";
import { ROUND_TAG } from "../sync/background";
import { takeTurn } from "../sync/sync_lock";
import { answerClick, refresh, showPush } from "./notifications";
import { takeOverFromBroken } from "./roll_call";
import { forgetOldShells, fromShell, keepShell } from "./shell_cache";
import { TAKE_OVER } from "./take_over";

declare const self: ServiceWorkerGlobalScope;

interface SyncEvent extends ExtendableEvent {
  tag: string;
}

self.addEventListener("install", (event) => event.waitUntil(keepShell().then(takeOverFromBroken)));

self.addEventListener("activate", (event) =>
  event.waitUntil(forgetOldShells().then(() => self.clients.claim())),
);

self.addEventListener("fetch", (event) => {
  const answer = fromShell(event.request);
  if (answer) event.respondWith(answer);
});

self.addEventListener("message", ({ data }) => data === TAKE_OVER && self.skipWaiting());

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
  (event as ExtendableEvent).waitUntil(mendSubscription(self.registration)),
);

/** A rejection asks the browser to call again later. */
async function runRound(): Promise<void> {
  const outcome = await takeTurn();
  if (outcome?.state === "offline" || outcome?.state === "waiting") throw new Error(outcome.state);
}
