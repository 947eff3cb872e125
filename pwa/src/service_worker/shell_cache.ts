/** Keeps the files of this build on the device, so that the app starts without a network. */

const PREFIX = "shell-";
const CURRENT = PREFIX + __SHELL__.version;
const PAGE = "/";
const BUILDS_KEPT = 2;

/**
 * Keep every file of this build; unchanged ones come from the build before.
 * raises: when one file did not come through, so that no half build is ever installed
 */
export async function precacheShell(): Promise<void> {
  const cache = await caches.open(CURRENT);
  try {
    await Promise.all(__SHELL__.files.map((path) => keep(cache, path)));
  } catch (error) {
    await caches.delete(CURRENT);
    throw error;
  }
}

/** Let go of all builds but this one and the one before, which open pages may still run. */
export async function deleteOldShells(): Promise<void> {
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(PREFIX) && name !== CURRENT,
  );
  const old = others.slice(0, Math.max(0, others.length - (BUILDS_KEPT - 1)));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Give the answer to a request from what is kept; nothing where the request is not the shell's. */
export function answerFromCache(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return undefined;
  if (pathname.startsWith("/api/") || pathname === "/version") return undefined;
  if (request.mode === "navigate") return kept(PAGE, request);
  const isShell = pathname.startsWith("/assets/") || __SHELL__.files.includes(pathname);
  return isShell ? kept(pathname, request) : undefined;
}

/** Only names under /assets/ tell their content, so only those may come from an older build. */
async function keep(cache: Cache, path: string): Promise<void> {
  const before = path.startsWith("/assets/") ? await caches.match(path) : undefined;
  if (before) return cache.put(path, before);
  return cache.add(new Request(path, { cache: "reload" }));
}

async function kept(path: string, request: Request): Promise<Response> {
  const current = await caches.match(path, { cacheName: CURRENT });
  return current ?? (await caches.match(path)) ?? fetch(request);
}
