/** Keeps the files of this build on the device, so that the app starts without a network. */

const PREFIX = "shell-";
const CURRENT = PREFIX + __SHELL__.version;
const PAGE = "/";
const BUILDS_KEPT = 2;

/**
 * Store every file of this build; unchanged ones are copied from the build before.
 * @throws when one file can't be fetched, so that no half build is ever installed
 */
export async function precacheShell(): Promise<void> {
  const cache = await caches.open(CURRENT);
  try {
    await Promise.all(__SHELL__.files.map((path) => store(cache, path)));
  } catch (error) {
    await caches.delete(CURRENT);
    throw error;
  }
}

/** Delete all builds but this one and the one before, which open pages may still run. */
export async function deleteOldShells(): Promise<void> {
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(PREFIX) && name !== CURRENT,
  );
  const old = others.slice(0, Math.max(0, others.length - (BUILDS_KEPT - 1)));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * Answer a request from what is stored.
 * @returns nothing where the request is for the server: its API, a calendar feed, any address that is no screen
 */
export function answerFromCache(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return undefined;
  if (request.mode === "navigate") return isScreen(pathname) ? cached(PAGE, request) : undefined;
  const isShell = pathname.startsWith("/assets/") || __SHELL__.files.includes(pathname);
  return isShell ? cached(pathname, request) : undefined;
}

function isScreen(pathname: string): boolean {
  return __SHELL__.pages.includes(pathname.split("/")[1] ?? "");
}

/** Only names under /assets/ change with their content, so only those may be copied from an older build. */
async function store(cache: Cache, path: string): Promise<void> {
  const before = path.startsWith("/assets/") ? await caches.match(path) : undefined;
  if (before) return cache.put(path, before);
  return cache.add(new Request(path, { cache: "reload" }));
}

async function cached(path: string, request: Request): Promise<Response> {
  const current = await caches.match(path, { cacheName: CURRENT });
  return current ?? (await caches.match(path)) ?? fetch(request);
}
