/** Lets the browser run a round when the network is back, where it can, even with the app closed. */

/** The name of the browser's wake-up call for a round. */
export const ROUND_TAG = "round";

interface WithSync {
  sync?: { register(tag: string): Promise<void> };
}

/** Tell whether this browser runs rounds after the page is gone. */
export function hasBackgroundRounds(): boolean {
  return "SyncManager" in self;
}

/**
 * Ask for a round as soon as there is a network. Where the browser cannot or may not, nothing happens.
 * takes: the worker's registration, where it is the worker that asks
 */
export async function askForBackgroundRound(own?: ServiceWorkerRegistration): Promise<void> {
  const registration = own ?? (await navigator.serviceWorker?.getRegistration());
  const sync = (registration as WithSync | undefined)?.sync;
  await sync?.register(ROUND_TAG).catch(() => undefined);
}
