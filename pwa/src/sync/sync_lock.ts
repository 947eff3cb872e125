/** Runs one sync at a time in this browser, whichever tab or worker asks. */
import { call } from "../api";
import { setSyncState } from "../data/device_state";
import type { Reply, Send } from "./protocol";
import { type Outcome, runRound } from "./round";

const send: Send = (round) => call<Reply>("POST", "/api/sync", round);

/**
 * Sync with the server, unless another tab is doing so right now.
 * @returns the result; nothing where no account has signed in or another tab is syncing
 */
export async function runLocked(): Promise<Outcome | undefined> {
  if (!("locks" in navigator)) return runAndStore();
  return navigator.locks.request("earshot round", { ifAvailable: true }, (lock) =>
    lock ? runAndStore() : undefined,
  );
}

/** Without locks two tabs may send the same numbers at once, which the server answers alike. */
async function runAndStore(): Promise<Outcome | undefined> {
  const outcome = await runRound(send);
  if (!outcome) return undefined;
  const { state, code } = outcome;
  // There is no device of this account any more: an open page empties it.
  if (state === "account_erased") return outcome;
  await setSyncState({ at: new Date().toISOString(), state, code });
  return outcome;
}
