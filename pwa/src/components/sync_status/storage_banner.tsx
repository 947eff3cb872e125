/** Says when this device cannot keep what is typed, and when the browser has cleared what it kept. */
import { useState } from "preact/hooks";
import { account } from "../../data/account";
import { dataLoss, dismissDataLoss } from "../../data/data_loss";
import { countInWords, inDisplayOrder } from "../../data/kind_words";
import { useLive } from "../../data/live";
import { Link } from "../../ui/link";
import { storageErrorWords, useStorageError } from "./use_storage_error";

/** Show what is wrong with keeping things here, or nothing. */
export function StorageBanner() {
  const inTheWay = useStorageError();
  const lost = useLive(dataLoss, ["account"], []).value ?? {};
  const owner = useLive(async () => (await account()) ?? null, ["account"], []).value;
  const [isRead, setRead] = useState(false);
  const unsynced = isRead ? "" : unsyncedLossText(lost);
  const close = () => {
    dismissDataLoss();
    setRead(true);
  };
  return (
    <>
      {inTheWay && (
        <div class="notice warning" role="alert">
          <p>{storageErrorWords[inTheWay].long}</p>
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

/** Say what a browser has lost: "3 notes and 1 person had not been synced from this device." */
export function unsyncedLossText(lost: Record<string, number>): string {
  const counts = inDisplayOrder(lost).map(([kind, count]) => countInWords(kind, count));
  if (counts.length === 0) return "";
  const said = new Intl.ListFormat("en", { type: "conjunction" }).format(counts);
  return `This browser has cleared what Earshot kept here. ${said} had not been synced from this device. Everything else is safe on the server.`;
}
