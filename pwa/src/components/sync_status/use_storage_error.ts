/** Follows whether this device can keep what is typed, and says what is in the way. */

import { useEffect, useState } from "preact/hooks";
import { onStorageError, type StorageError, storageError } from "../../data/storage_error";

/** At length for the banner, in short for the mark. */
export const storageErrorWords: Record<StorageError, { long: string; short: string }> = {
  full: {
    short: "What you type now is not kept: no room left",
    long: "This device has no room left, so what you type now is not kept. It stays on the screen; make some room, and type on.",
  },
  unavailable: {
    short: "What you type is not kept in this browser",
    long: "This browser keeps nothing for Earshot, as in some private windows. What you type stands on the screen only and is gone when you leave.",
  },
};

/** Give what is in the way of keeping things here, if anything, as it comes and goes. */
export function useStorageError(): StorageError | null {
  const [present, show] = useState(storageError);
  useEffect(() => {
    show(storageError());
    return onStorageError(show);
  }, []);
  return present;
}
