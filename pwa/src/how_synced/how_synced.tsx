/** Reads what is not yet synced and why, for the mark that stands on every screen. */

import { useEffect } from "preact/hooks";
import { account } from "../records/account";
import { rememberUnsynced } from "../records/cleared";
import { inSayingOrder, sayHowMany } from "../records/kind_words";
import { useLive } from "../records/live";
import { unsyncedSummary } from "../records/queries";
import { type Standing, standing } from "../records/standing";
import { SyncMark } from "../ui/sync_mark";

const reasons: Record<Standing["state"], string> = {
  never: "",
  synced: "",
  offline: "offline",
  signed_out: "sign in again",
  waiting: "the server asked for a pause",
  upgrade_required: "reload for the new version",
  wrong_account: "another account is signed in",
  asking: "your word is needed",
  failed: "the last try failed",
};

/** Show whether everything here is on the server too. */
export function HowSynced() {
  const unsynced = useLive(unsyncedSummary, ["outbox"], []).value;
  const reached = useLive(standing, ["standing"], []).value;
  const owner = useLive(async () => (await account()) ?? null, ["account"], []).value;
  useEffect(() => void (unsynced && rememberUnsynced(unsynced)), [unsynced]);
  if (!unsynced || !reached || owner === undefined) return null;
  const count = Object.values(unsynced).reduce((sum, some) => sum + some, 0);
  const why = owner ? reasons[reached.state] : "not signed in";
  return <SyncMark count={count} words={sayUnsynced(unsynced, why)} />;
}

/** Say what is not yet synced, and why: "3 notes, 1 person not yet synced: offline". */
export function sayUnsynced(unsynced: Record<string, number>, why: string): string {
  const parts = inSayingOrder(unsynced).map(([kind, count]) => sayHowMany(kind, count));
  const because = why && `: ${why}`;
  if (parts.length > 0) return `${parts.join(", ")} not yet synced${because}`;
  return why ? `Nothing waits to be synced${because}` : "Everything is synced";
}
