/** Keeps the files of this build on the device, so that the app starts without a network. */

const PREFIX = "shell-";
// The build puts the whole list wherever this name stands.
const SHELL = __SHELL__;
const CURRENT = PREFIX + SHELL.version;
const PAGE = "/";
const BUILDS_KEPT = 2;

/**
 * Store the phone's kit of this build; unchanged files are copied from the build before.
 * @throws when one file can't be fetched, so that no half build is ever installed
 */
export async function precacheShell(): Promise<void> {
  const cache = await caches.open(CURRENT);
  try {
    await Promise.all(SHELL.files.map((path) => store(cache, path)));
  } catch (error) {
    await caches.delete(CURRENT);
    throw error;
  }
}

/** Store what the phone can do without at first: the desk's screens and what reads dates. Safe to repeat. */
export async function storeLaterFiles(): Promise<void> {
  const cache = await caches.open(CURRENT);
  for (const path of SHELL.later) {
    if (!(await cache.match(path))) await store(cache, path);
  }
}

/** Check whether another build is stored, so that this one is an update. */
export async function isUpdate(): Promise<boolean> {
  return (await caches.keys()).some((name) => name.startsWith(PREFIX) && name !== CURRENT);
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
  const isShell = pathname.startsWith("/assets/") || SHELL.files.includes(pathname);
  return isShell ? cached(pathname, request) : undefined;
}

function isScreen(pathname: string): boolean {
  return SHELL.pages.includes(pathname.split("/")[1] ?? "");
}

/** Only names under /assets/ change with their content, so only those may be copied from an older build. */
async function store(cache: Cache, path: string): Promise<void> {
  const before = path.startsWith("/assets/") ? await caches.match(path) : undefined;
  if (before) return cache.put(path, before);
  return cache.add(new Request(path, { cache: "reload" }));
}

async function cached(path: string, request: Request): Promise<Response> {
  const current = await caches.match(path, { cacheName: CURRENT });
  return current ?? (await caches.match(path)) ?? fetchAndStore(path, request);
}

/** A later file that is needed before idle time came is stored from then on; a full device must not cost the answer. */
async function fetchAndStore(path: string, request: Request): Promise<Response> {
  const answer = await fetch(request);
  if (answer.ok && SHELL.later.includes(path)) {
    const cache = await caches.open(CURRENT);
    await cache.put(path, answer.clone()).catch(() => undefined);
  }
  return answer;
}
