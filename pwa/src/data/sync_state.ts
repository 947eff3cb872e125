/** What the last round came to, kept where every tab and the worker can read it. */
import { announce } from "./announce";
import { db } from "./db";
import type { Standing } from "./types";

export type { Standing };

const NEVER: Standing = { at: null, state: "never", code: null };

/** Give what the last round came to. */
export async function standing(): Promise<Standing> {
  return ((await (await db()).get("meta", "standing")) as Standing | undefined) ?? NEVER;
}

/** Keep what a round came to. */
export async function setStanding(reached: Standing): Promise<void> {
  await (await db()).put("meta", reached, "standing");
  announce(["standing"]);
}

/** Ask for a round now, because the person did. */
export function wantRound(): void {
  announce(["round"]);
}
