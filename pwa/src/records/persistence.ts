/** Whether the browser has promised not to clear what is stored here. */

export type Persistence = "promised" | "not_promised" | "unknown";

/** Tell what the browser has promised; some browsers cannot be asked. */
export async function persistence(): Promise<Persistence> {
  if (!navigator.storage?.persisted) return "unknown";
  return (await navigator.storage.persisted()) ? "promised" : "not_promised";
}

/** Ask the browser to keep what is stored here; it decides for itself. Safe to repeat. */
export async function askToPersist(): Promise<Persistence> {
  if (!navigator.storage?.persist) return "unknown";
  return (await navigator.storage.persist()) ? "promised" : "not_promised";
}
