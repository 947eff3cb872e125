/** Whether the browser has promised not to clear what is stored here. */
import { inTransaction } from "./db";

export type Persistence = "promised" | "not_promised" | "unknown";

/** Tell what the browser has promised; some browsers cannot be asked. */
export async function persistence(): Promise<Persistence> {
  if (!navigator.storage?.persisted) return "unknown";
  return (await navigator.storage.persisted()) ? "promised" : "not_promised";
}

/** Ask once on this device, at the moment at which there is something to lose. */
export async function askToPersistOnce(): Promise<void> {
  const isFirst = await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    if (await meta.get("persistence_asked_at")) return false;
    await meta.put(new Date().toISOString(), "persistence_asked_at");
    return true;
  });
  if (isFirst) await askToPersist();
}

/** Ask the browser to keep what is stored here; it decides for itself. Safe to repeat. */
export async function askToPersist(): Promise<Persistence> {
  if (!navigator.storage?.persist) return "unknown";
  return (await navigator.storage.persist()) ? "promised" : "not_promised";
}
