/** Background sync: the browser runs a round when the network returns, even with the app closed. */

/** The tag of the browser's sync event for a round. */
export const ROUND_TAG = "round";

interface WithSync {
  sync?: { register(tag: string): Promise<void> };
}

/** Check whether this browser supports background sync. */
export function hasBackgroundRounds(): boolean {
  return "SyncManager" in self;
}

/**
 * Ask for a round as soon as there is a network; where the browser cannot or may not, nothing happens.
 * @param own - the registration of the service worker, where the worker itself asks
 */
export async function askForBackgroundRound(own?: ServiceWorkerRegistration): Promise<void> {
  const registration = own ?? (await navigator.serviceWorker?.getRegistration());
  const sync = (registration as WithSync | undefined)?.sync;
  await sync?.register(ROUND_TAG).catch(() => undefined);
}
