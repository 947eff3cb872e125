/** Registers the worker, does what it says, and offers the new version when one waits. */
import { trustedAddress } from "../trusted_address";
import { ARE_YOU_THERE, TAKE_OVER } from "./take_over";

/** What the page does with what the worker says. */
interface Page {
  offer: (takeUp: () => void) => void;
  go: (path: string) => void;
}

const LOOK_EACH_SECONDS = 3600;

/** Start the worker, without which everything but the start without network works as well. */
export async function startWorker({ offer, go }: Page): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  answer(go);
  const registration = await register();
  if (!registration) return;
  consider(registration, offer);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => consider(registration, offer));
  });
  setInterval(() => look(registration), LOOK_EACH_SECONDS * 1000);
}

function answer(go: Page["go"]): void {
  navigator.serviceWorker.addEventListener("message", ({ data, ports }) => {
    if (data === ARE_YOU_THERE) ports[0]?.postMessage(true);
    if (data?.type === "open_path") go(data.path);
  });
}

/** A browser may refuse, in private windows for one; the app is then as it is without a worker. */
function register(): Promise<ServiceWorkerRegistration | undefined> {
  const address = trustedAddress("/service_worker.js");
  return navigator.serviceWorker.register(address).catch(() => undefined);
}

/** The very first worker waits for nobody, so it is no update. */
function consider({ waiting }: ServiceWorkerRegistration, offer: Page["offer"]): void {
  if (waiting && navigator.serviceWorker.controller) offer(() => takeUp(waiting));
}

function takeUp(waiting: ServiceWorker): void {
  const reload = () => location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage(TAKE_OVER);
}

/** Without a network there is nothing to find. */
function look(registration: ServiceWorkerRegistration): void {
  registration.update().catch(() => undefined);
}
