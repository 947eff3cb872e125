/** Listens for the server's word that there is news, in one tab of the browser at a time. */
import { account } from "../data/account";
import { onAnnouncement } from "../data/announce";
import { syncState } from "../data/device_state";
import type { SyncState } from "../data/types";
import { backOffSeconds } from "./back_off";

const IN_VAIN: SyncState["state"][] = ["signed_out", "wrong_account", "upgrade_required"];

/** Call `hear` at each word of the server, and when listening begins, as long as a page is in view. */
export function listenToStream(hear: () => void): void {
  if (typeof EventSource === "undefined") return;
  let listening: AbortController | undefined;
  const reconsider = async () => {
    const isWanted = await mayListen();
    if (isWanted === (listening !== undefined)) return;
    listening?.abort();
    listening = isWanted ? new AbortController() : undefined;
    if (listening) void inTurn(listening.signal, hear);
  };
  document.addEventListener("visibilitychange", () => void reconsider());
  onAnnouncement((topics) => {
    if (topics.includes("account") || topics.includes("sync_state")) void reconsider();
  });
  void reconsider();
}

async function mayListen(): Promise<boolean> {
  if (document.hidden || !(await account())) return false;
  return !IN_VAIN.includes((await syncState()).state) && !document.hidden;
}

/** Another tab in view listens on when this one goes. */
async function inTurn(signal: AbortSignal, hear: () => void): Promise<void> {
  if (!("locks" in navigator)) return listenOn(signal, hear);
  const listen = () => listenOn(signal, hear);
  await navigator.locks.request("earshot poke", { signal }, listen).catch(() => undefined);
}

async function listenOn(signal: AbortSignal, hear: () => void): Promise<void> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    const wasHeard = await untilItEnds(signal, hear);
    if (wasHeard) failures = 1;
    await pause(backOffSeconds(failures, Math.random()), signal);
  }
}

/** A stream that ends and one that is refused look alike, so the pauses are ours and not the browser's. */
function untilItEnds(signal: AbortSignal, hear: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const source = new EventSource("/api/stream");
    let wasHeard = false;
    const end = () => {
      source.close();
      resolve(wasHeard);
    };
    source.onopen = () => {
      wasHeard = true;
      hear();
    };
    source.onmessage = hear;
    source.onerror = end;
    signal.addEventListener("abort", end, { once: true });
  });
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
