/** What the last round came to, kept where every tab and the worker can read it. */
import { announce } from "./announce";
import { db } from "./db";
import type { SyncState } from "./types";

export type { SyncState };

const NEVER: SyncState = { at: null, state: "never", code: null };

/** Give what the last round came to. */
export async function syncState(): Promise<SyncState> {
  return ((await (await db()).get("meta", "standing")) as SyncState | undefined) ?? NEVER;
}

/** Keep what a round came to. */
export async function setSyncState(reached: SyncState): Promise<void> {
  await (await db()).put("meta", reached, "standing");
  announce(["standing"]);
}

/** Ask for a round now, because the person did. */
export function requestRound(): void {
  announce(["round"]);
}
