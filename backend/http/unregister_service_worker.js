// The kill switch: takes the service worker and its caches back, reloads its pages, keeps IndexedDB.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(signOff()));

async function signOff() {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
  // A page without caches was not served from them; to reload it would only bring this worker again.
  if (names.length === 0) return;
  const pages = await self.clients.matchAll({ type: "window" });
  // Not waited for: a page that is loaded anew may itself wait until this worker is done.
  for (const page of pages) page.navigate(page.url).catch(() => undefined);
}
