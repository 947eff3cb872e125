/** Whether the browser has promised not to clear the data that is stored here. */
import { inTransaction } from "./db";

/** The browser's answer; some browsers cannot be asked. */
export type Persistence = "promised" | "not_promised" | "unknown";

/** Return what the browser has promised. */
export async function persistence(): Promise<Persistence> {
  if (!navigator.storage?.persisted) return "unknown";
  return (await navigator.storage.persisted()) ? "promised" : "not_promised";
}

/** Ask once on this device, when there is something to lose for the first time. */
export async function askToPersistOnce(): Promise<void> {
  const isFirst = await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    if (await meta.get("persistence_asked_at")) return false;
    await meta.put(new Date().toISOString(), "persistence_asked_at");
    return true;
  });
  if (isFirst) await askToPersist();
}

/** Ask the browser not to clear what is stored here; it decides by itself. Safe to repeat. */
export async function askToPersist(): Promise<Persistence> {
  if (!navigator.storage?.persist) return "unknown";
  return (await navigator.storage.persist()) ? "promised" : "not_promised";
}
