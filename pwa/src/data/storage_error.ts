/** Whether this device can keep what is typed right now, and what is in the way where it cannot. */

export type StorageError = "full" | "unavailable";

const BUG_OF_OURS = new Set(["DataCloneError", "DataError", "ConstraintError", "TypeError"]);

let present: StorageError | null = null;
const listeners = new Set<(trouble: StorageError | null) => void>();

/** Give what is in the way of keeping what is typed, if anything. */
export function storageError(): StorageError | null {
  return present;
}

/** Listen for trouble that comes or goes; gives the function that ends it. */
export function onStorageError(listener: (trouble: StorageError | null) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Note that storing failed; what is wrong with the values themselves is no trouble of the device. */
export function noteFailure(error: unknown): void {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (BUG_OF_OURS.has(name)) return;
  enter(name === "QuotaExceededError" ? "full" : "unavailable");
}

/** Note that something was stored, so that whatever was in the way is gone. */
export function noteSuccess(): void {
  enter(null);
}

function enter(reached: StorageError | null): void {
  if (reached === present) return;
  present = reached;
  for (const listener of listeners) listener(reached);
}
