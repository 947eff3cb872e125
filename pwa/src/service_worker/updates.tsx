/** The page's side of updates: registers the worker, and offers a reload for a new version or for sync that can't start. */
import { useEffect, useState } from "preact/hooks";
import { followTaps, goWhereTapped } from "../notifications/taps";
import { trustedAddress } from "../trusted_address";
import { answerWorker, STORE_LATER_FILES, TAKE_OVER } from "./handshake";

/** Why a reload is offered. */
export type ReloadReason = "new_version" | "sync_not_loaded";

const CHECK_EACH_SECONDS = 3600;
/** The screen, the first round and the reminders go first. */
const LATER_FILES_AFTER_SECONDS = 3;
const REASONS: Record<ReloadReason, string> = {
  new_version: "A new version of Earshot is ready.",
  sync_not_loaded: "Sync couldn't start. Reload to try again: your notes are safe on this device.",
};

const offers = new Map<ReloadReason, () => void>();
const listeners = new Set<() => void>();

/**
 * Start the worker. Without one, everything but starting offline works as well.
 * @param go - what opens a path of the app
 */
export async function startWorker(go: (path: string) => void): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  answerWorker(navigator.serviceWorker, (path) => void goWhereTapped(go, path));
  followTaps(go);
  const registration = await register();
  if (!registration) return;
  offerWaiting(registration);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => offerWaiting(registration));
  });
  setInterval(() => checkForUpdate(registration), CHECK_EACH_SECONDS * 1000);
  setTimeout(askForLaterFiles, LATER_FILES_AFTER_SECONDS * 1000);
}

/** Offer a reload; it happens only when the user asks for it. */
export function offerReload(reason: ReloadReason, reload = () => location.reload()): void {
  offers.set(reason, reload);
  for (const notify of listeners) notify();
}

/** Take back the offer of a reload, because its reason is gone. */
export function withdrawReload(reason: ReloadReason): void {
  offers.delete(reason);
  for (const notify of listeners) notify();
}

/** Return what reloads the page for this reason, as long as that is offered. */
export function useReload(reason: ReloadReason): (() => void) | undefined {
  const [reload, setReload] = useState(() => offers.get(reason));
  useEffect(() => {
    const notify = () => setReload(() => offers.get(reason));
    notify();
    listeners.add(notify);
    return () => void listeners.delete(notify);
  }, [reason]);
  return reload;
}

/** Show a message with a reload button while this reload is offered. */
export function ReloadBanner({ reason }: { reason: ReloadReason }) {
  const reload = useReload(reason);
  if (!reload) return null;
  return (
    <div class="notice" role="status">
      <p>{REASONS[reason]}</p>
      <button type="button" class="button" onClick={reload}>
        Reload
      </button>
    </div>
  );
}

/** A browser may refuse, for example in private windows; the app then works without a worker. */
function register(): Promise<ServiceWorkerRegistration | undefined> {
  const address = trustedAddress("/service_worker.js");
  return navigator.serviceWorker.register(address).catch(() => undefined);
}

/** The very first worker replaces no other, so it is no update. */
function offerWaiting({ waiting }: ServiceWorkerRegistration): void {
  if (waiting && navigator.serviceWorker.controller)
    offerReload("new_version", () => activate(waiting));
}

function activate(waiting: ServiceWorker): void {
  const reload = () => location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage(TAKE_OVER);
}

/** The worker is ready once it has stored the phone's kit. */
async function askForLaterFiles(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(STORE_LATER_FILES);
}

/** Without a network there is nothing to find. */
function checkForUpdate(registration: ServiceWorkerRegistration): void {
  registration.update().catch(() => undefined);
}
