/** Keeps our reader of calendar files on the device, so that one can be opened without a network. */
import worker from "./calendar_worker?worker&url";

const CACHE = "calendar_reader";

/** Fetch the reader and let go of an older one. Safe to repeat. */
export async function keepCalendarReader(): Promise<void> {
  if (!navigator.serviceWorker?.controller) return;
  const cache = await caches.open(CACHE);
  const kept = await cache.keys();
  if (await cache.match(worker)) return;
  await cache.add(worker);
  await Promise.all(kept.map((request) => cache.delete(request)));
}
