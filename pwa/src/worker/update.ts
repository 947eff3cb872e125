/** Registers the worker, and offers the new version when one waits; the person decides when. */
import { useEffect, useState } from "preact/hooks";
import { trustedAddress } from "../trusted_address";
import { TAKE_OVER } from "./take_over";

const LOOK_EACH_SECONDS = 3600;

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

/** Start the worker, without which everything but the start without network works as well. */
export async function startWorker(): Promise<void> {
  const container = navigator.serviceWorker;
  if (!container || !import.meta.env.PROD) return;
  const registration = await container
    .register(trustedAddress("/service_worker.js"))
    .catch(() => undefined);
  if (!registration) return;
  offer(registration);
  registration.addEventListener("updatefound", () => follow(registration));
  setInterval(() => look(registration), LOOK_EACH_SECONDS * 1000);
}

/** Tell whether a new version waits, and give the way to it. */
export function useUpdate(): { ready: boolean; reload: () => void } {
  const [ready, setReady] = useState(waiting !== null);
  useEffect(() => {
    const hear = () => setReady(waiting !== null);
    listeners.add(hear);
    return () => listeners.delete(hear);
  }, []);
  return { ready, reload };
}

function reload(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  waiting?.postMessage(TAKE_OVER);
}

function follow(registration: ServiceWorkerRegistration): void {
  registration.installing?.addEventListener("statechange", () => offer(registration));
}

/** The very first worker waits for nobody, so it is no update. */
function offer(registration: ServiceWorkerRegistration): void {
  waiting = navigator.serviceWorker.controller ? registration.waiting : null;
  for (const hear of listeners) hear();
}

/** Without a network there is nothing to find. */
function look(registration: ServiceWorkerRegistration): void {
  registration.update().catch(() => undefined);
}
