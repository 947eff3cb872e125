/** Finds out what was unsynced when a browser cleared this device's database by itself. */
import { inTransaction } from "./db";
import { newId } from "./ids";

/** How many records there are, by kind. */
export type Counts = Record<string, number>;

interface Unsynced {
  database_name: string;
  counts: Counts;
}

const UNSYNCED = "earshot unsynced";
const LOST = "earshot lost";

/** Save outside the database how many records only this device has. */
export async function saveUnsyncedCounts(counts: Counts): Promise<void> {
  const database_name = await checkForLoss();
  if (isEmpty(counts)) remove(UNSYNCED);
  else save(UNSYNCED, { database_name, counts });
}

/** Return how many unsynced records were lost, until the person has dismissed the notice. */
export async function dataLoss(): Promise<Counts> {
  await checkForLoss();
  return read<Counts>(LOST) ?? {};
}

/** Forget what was lost, because the person has read it or has signed out. */
export function dismissDataLoss(): void {
  remove(LOST);
}

/** If another database was here before this one, its unsynced records are lost. */
async function checkForLoss(): Promise<string> {
  const database_name = await databaseName();
  const unsynced = read<Unsynced>(UNSYNCED);
  if (unsynced && unsynced.database_name !== database_name) {
    save(LOST, unsynced.counts);
    remove(UNSYNCED);
  }
  return database_name;
}

function databaseName(): Promise<string> {
  return inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const name = (await meta.get("database_name")) as string | undefined;
    if (name) return name;
    const created = newId();
    await meta.put(created, "database_name");
    return created;
  });
}

function isEmpty(counts: Counts): boolean {
  return Object.keys(counts).length === 0;
}

/** A browser that stores no database may refuse this too. */
function save(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    return;
  }
}

function remove(name: string): void {
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
