/** What had not been synced when a browser cleared this device's database by itself. */

/** By kind, how many records. */
export type Counts = Record<string, number>;

const UNSYNCED = "earshot unsynced";
const LOST = "earshot lost";

/** Remember, beside the database, what only this device has. */
export function rememberUnsynced(counts: Counts): void {
  keep(UNSYNCED, counts);
}

/** Take stock when the database is made: where one was before, its unsynced records are lost. */
export function takeStock(): void {
  const lost = read(UNSYNCED);
  if (Object.keys(lost).length === 0) return;
  keep(LOST, lost);
  keep(UNSYNCED, {});
}

/** Give what was lost, until the person has read of it. */
export function lostHere(): Counts {
  return read(LOST);
}

/** Let go of all that is remembered here: it was read, or the device was left. */
export function forgetLost(): void {
  keep(LOST, {});
}

/** A browser that keeps no database may refuse this too; workers do not have it at all. */
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
