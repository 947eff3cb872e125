/** Listens to the server's event stream for news, in one tab of the browser at a time. */
import { account } from "../data/account";
import { onAnnouncement } from "../data/announce";
import { syncState } from "../data/device_state";
import type { SyncState } from "../data/types";
import { backOffSeconds, pause } from "./back_off";

const POINTLESS_STATES: SyncState["state"][] = ["signed_out", "wrong_account", "upgrade_required"];

/**
 * Listen to the stream while a page is visible.
 * @param onNews - called for each event, and when listening begins
 */
export function listenToStream(onNews: () => void): void {
  if (typeof EventSource === "undefined") return;
  let listening: AbortController | undefined;
  const reconsider = async () => {
    const isWanted = await mayListen();
    if (isWanted === (listening !== undefined)) return;
    listening?.abort();
    listening = isWanted ? new AbortController() : undefined;
    if (listening) void listenWithLock(listening.signal, onNews);
  };
  document.addEventListener("visibilitychange", () => void reconsider());
  onAnnouncement((topics) => {
    if (topics.includes("account") || topics.includes("sync_state")) void reconsider();
  });
  void reconsider();
}

async function mayListen(): Promise<boolean> {
  if (document.hidden || !(await account())) return false;
  return !POINTLESS_STATES.includes((await syncState()).state) && !document.hidden;
}

/** When this tab closes, another visible tab takes over. */
async function listenWithLock(signal: AbortSignal, onNews: () => void): Promise<void> {
  if (!("locks" in navigator)) return listenOn(signal, onNews);
  const listen = () => listenOn(signal, onNews);
  await navigator.locks.request("earshot poke", { signal }, listen).catch(() => undefined);
}

async function listenOn(signal: AbortSignal, onNews: () => void): Promise<void> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    const wasOpen = await untilItEnds(signal, onNews);
    if (wasOpen) failures = 1;
    await pause(backOffSeconds(failures, Math.random()), signal);
  }
}

/** A stream that ended and one that was refused look alike, so the app waits by its own rules and not the browser's. */
function untilItEnds(signal: AbortSignal, onNews: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const source = new EventSource("/api/stream");
    let wasOpen = false;
    const end = () => {
      source.close();
      resolve(wasOpen);
    };
    source.onopen = () => {
      wasOpen = true;
      onNews();
    };
    source.onmessage = onNews;
    source.onerror = end;
    signal.addEventListener("abort", end, { once: true });
  });
}
