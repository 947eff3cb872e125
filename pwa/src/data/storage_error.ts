/** Whether this device can store what is typed right now, and why not where it cannot. */

/** Why nothing can be stored: the disk is full, or the database cannot be opened. */
export type StorageError = "full" | "unavailable";

const OUR_BUGS = new Set(["DataCloneError", "DataError", "ConstraintError", "TypeError"]);

let current: StorageError | null = null;
const listeners = new Set<(error: StorageError | null) => void>();

/** Return why nothing can be stored, or null where it can. */
export function storageError(): StorageError | null {
  return current;
}

/**
 * Listen for storage errors that begin or end.
 * @returns the function that stops listening
 */
export function onStorageError(listener: (error: StorageError | null) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Note that storing failed; invalid values are a bug of the app and no error of the device. */
export function noteFailure(error: unknown): void {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (OUR_BUGS.has(name)) return;
  setError(name === "QuotaExceededError" ? "full" : "unavailable");
}

/** Note that something was stored, so that any earlier error is over. */
export function noteSuccess(): void {
  setError(null);
}

function setError(error: StorageError | null): void {
  if (error === current) return;
  current = error;
  for (const listener of listeners) listener(error);
}
