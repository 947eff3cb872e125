/** Warns when this device can't store what is typed, and when the browser has cleared its storage. */
import { useState } from "preact/hooks";
import { account } from "../../data/account";
import { dataLoss, dismissDataLoss } from "../../data/data_loss";
import { useLive } from "../../data/live";
import { countInWords, inDisplayOrder } from "../../data/words";
import { Link } from "../../ui/link";
import { storageErrorWords, useStorageError } from "./use_storage_error";

/** Show what is wrong with the storage of this device, if anything. */
export function StorageBanner() {
  const storageError = useStorageError();
  const lost = useLive(dataLoss, ["account"], []).value ?? {};
  const owner = useLive(async () => (await account()) ?? null, ["account"], []).value;
  const [isClosed, setClosed] = useState(false);
  const unsynced = isClosed ? "" : unsyncedLossText(lost);
  const close = () => {
    dismissDataLoss();
    setClosed(true);
  };
  return (
    <>
      {storageError && (
        <div class="notice warning" role="alert">
          <p>{storageErrorWords[storageError].long}</p>
        </div>
      )}
      {unsynced && (
        <div class="notice warning" role="status">
          <p>{unsynced}</p>
          {owner === null && (
            <Link class="button primary" href="/sign-in">
              Sign in
            </Link>
          )}
          <button type="button" class="button" onClick={close}>
            Close
          </button>
        </div>
      )}
    </>
  );
}

/** Return what a browser has lost in words: "3 notes and 1 person weren't synced and are gone." */
export function unsyncedLossText(lost: Record<string, number>): string {
  const counts = inDisplayOrder(lost).map(([kind, count]) => countInWords(kind, count));
  if (counts.length === 0) return "";
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(counts);
  return `Your browser cleared Earshot's storage. ${list} weren't synced yet and are gone. Everything else is safe on the server.`;
}
