/** What had not been synced when a browser cleared this device's database by itself. */
import { inTransaction } from "./db";
import { newId } from "./ids";

/** By kind, how many records. */
export type Counts = Record<string, number>;

interface Unsynced {
  database_name: string;
  counts: Counts;
}

const UNSYNCED = "earshot unsynced";
const LOST = "earshot lost";

/** Remember, beside the database, what only this device has. */
export async function saveUnsyncedCounts(counts: Counts): Promise<void> {
  const database_name = await takeStock();
  if (isEmpty(counts)) forget(UNSYNCED);
  else keep(UNSYNCED, { database_name, counts });
}

/** Give what was lost, until the person has read of it. */
export async function dataLoss(): Promise<Counts> {
  await takeStock();
  return read<Counts>(LOST) ?? {};
}

/** Let go of what was lost, because it was read or the device was left. */
export function dismissDataLoss(): void {
  forget(LOST);
}

/** Where another database stood before this one, its unsynced records are lost. */
async function takeStock(): Promise<string> {
  const database_name = await nameOfDatabase();
  const unsynced = read<Unsynced>(UNSYNCED);
  if (unsynced && unsynced.database_name !== database_name) {
    keep(LOST, unsynced.counts);
    forget(UNSYNCED);
  }
  return database_name;
}

function nameOfDatabase(): Promise<string> {
  return inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const name = (await meta.get("database_name")) as string | undefined;
    if (name) return name;
    const fresh = newId();
    await meta.put(fresh, "database_name");
    return fresh;
  });
}

function isEmpty(counts: Counts): boolean {
  return Object.keys(counts).length === 0;
}

/** A browser that keeps no database may refuse this too. */
function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    return;
  }
}

function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    return;
  }
}

function read<T>(name: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
