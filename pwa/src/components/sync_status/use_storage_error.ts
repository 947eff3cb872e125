/** Whether this device can store what is typed, and the words for why not. */

import { useEffect, useState } from "preact/hooks";
import { onStorageError, type StorageError, storageError } from "../../data/storage_error";

/** Why nothing can be stored: long for the banner, short for the mark. */
export const storageErrorWords: Record<StorageError, { long: string; short: string }> = {
  full: {
    short: "Not saved: this device is full",
    long: "This device is full, so what you type now isn't saved. It stays on the screen: free some space, and type on.",
  },
  unavailable: {
    short: "This browser saves nothing",
    long: "This browser saves nothing for Earshot, as in some private windows. What you type is gone when you leave.",
  },
};

/** Return why this device can't store anything, if so. */
export function useStorageError(): StorageError | null {
  const [present, show] = useState(storageError);
  useEffect(() => {
    show(storageError());
    return onStorageError(show);
  }, []);
  return present;
}
