/** Reads what is not yet synced and why, for the mark that stands on every screen. */

import { useEffect } from "preact/hooks";
import { account } from "../../data/account";
import { saveUnsyncedCounts } from "../../data/data_loss";
import { type SyncState, syncState } from "../../data/device_state";
import { countInWords, inDisplayOrder } from "../../data/kind_words";
import { useLive } from "../../data/live";
import { countUnsyncedByKind } from "../../data/queries";
import { type Sign, SyncMark } from "../../ui/sync_mark";
import { storageErrorWords, useStorageError } from "./use_storage_error";

const states: Record<SyncState["state"], { why: string; sign: Sign }> = {
  never: { why: "the first sync has not ended yet", sign: "waiting" },
  synced: { why: "", sign: "synced" },
  offline: { why: "offline", sign: "offline" },
  waiting: { why: "the server asked for a pause", sign: "synced" },
  signed_out: { why: "sign in again", sign: "warning" },
  upgrade_required: { why: "reload for the new version", sign: "warning" },
  wrong_account: { why: "another account is signed in", sign: "warning" },
  asking: { why: "your word is needed", sign: "warning" },
  failed: { why: "the last try failed", sign: "warning" },
};

/** Show whether everything here is on the server too, and whether the device can keep anything at all. */
export function SyncStatus() {
  const unsynced = useLive(countUnsyncedByKind, ["outbox"], []).value;
  const reached = useLive(syncState, ["sync_state"], []).value;
  const owner = useLive(async () => (await account()) ?? null, ["account"], []).value;
  const inTheWay = useStorageError();
  useEffect(() => void (unsynced && saveUnsyncedCounts(unsynced)), [unsynced]);
  if (inTheWay)
    return <SyncMark count={0} sign="warning" words={storageErrorWords[inTheWay].short} />;
  if (!unsynced || !reached || owner === undefined) return null;
  const { why, sign } = owner
    ? states[reached.state]
    : { why: "not signed in", sign: "offline" as const };
  const count = Object.values(unsynced).reduce((sum, some) => sum + some, 0);
  return <SyncMark count={count} sign={sign} words={unsyncedText(unsynced, why)} />;
}

/** Say what is not yet synced, and why: "3 notes, 1 person not yet synced: offline". */
export function unsyncedText(unsynced: Record<string, number>, why: string): string {
  const parts = inDisplayOrder(unsynced).map(([kind, count]) => countInWords(kind, count));
  const because = why && `: ${why}`;
  if (parts.length > 0) return `${parts.join(", ")} not yet synced${because}`;
  return why ? `Nothing waits to be synced${because}` : "Everything is synced";
}
