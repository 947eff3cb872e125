/** What had not been synced when a browser cleared this device's database by itself. */

import { db, wasJustMade } from "./db";

/** By kind, how many records. */
export type Counts = Record<string, number>;

const UNSYNCED = "earshot unsynced";
const LOST = "earshot lost";

let isTaken = false;

/** Remember, beside the database, what only this device has. */
export async function rememberUnsynced(counts: Counts): Promise<void> {
  await takeStock();
  keep(UNSYNCED, counts);
}

/** Give what was lost, until the person has read of it. */
export async function lostHere(): Promise<Counts> {
  await takeStock();
  return read(LOST);
}

/** Let go of what was lost, because it was read or the device was left. */
export function forgetLost(): void {
  keep(LOST, {});
}

/** Where there was a database before the one just made, its unsynced records are lost. */
async function takeStock(): Promise<void> {
  await db();
  const lost = read(UNSYNCED);
  if (isTaken || !wasJustMade() || Object.keys(lost).length === 0) return;
  isTaken = true;
  keep(LOST, lost);
  keep(UNSYNCED, {});
}

/** A browser that keeps no database may refuse this too. */
function keep(name: string, counts: Counts): void {
  try {
    if (Object.keys(counts).length > 0) localStorage.setItem(name, JSON.stringify(counts));
    else localStorage.removeItem(name);
  } catch {
    return;
  }
}

function read(name: string): Counts {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "{}");
  } catch {
    return {};
  }
}
