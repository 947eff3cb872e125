/** Say in words how far this device and the server are in step, and why not further. */

import type { SyncState } from "../../data/types";
import { momentText } from "../../domain/dates/date_words";

const reasons: Record<SyncState["state"], string> = {
  never: "This device has not talked with the server yet.",
  synced: "",
  offline: "The server cannot be reached. Everything is kept here and goes up by itself.",
  signed_out: "Your session here has ended. Sign in again to sync; nothing is lost.",
  waiting: "The server asked for a pause. This device tries again by itself.",
  upgrade_required: "This version of Earshot is too old to sync. Reload for the new version.",
  wrong_account: "What is kept here belongs to another account, so nothing was sent.",
  asking: "Nothing moves until you have answered the question above.",
  failed: "The last try went wrong. This device tries again by itself.",
};

/** Say how things stand: first when they last were in step and what waits, then why, where there is a why. */
export function syncStateText(standing: SyncState, waiting: number, now: Date): string[] {
  return [sayProgress(standing, waiting, now), reasons[standing.state]].filter(Boolean);
}

/** Say how many things wait to go up. */
export function waitingText(count: number): string {
  if (count === 0) return "Nothing waits to go up.";
  return count === 1 ? "1 change waits to go up." : `${count} changes wait to go up.`;
}

function sayProgress(standing: SyncState, waiting: number, now: Date): string {
  if (standing.state !== "synced" || !standing.at) return waitingText(waiting);
  const synced = `Last synced ${momentText(standing.at, now)}.`;
  return waiting === 0 ? `All safe on the server. ${synced}` : `${synced} ${waitingText(waiting)}`;
}
