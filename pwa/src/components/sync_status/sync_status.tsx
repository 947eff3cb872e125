/** Reads what is not synced yet and why, for the mark on every screen. */

import { useEffect } from "preact/hooks";
import { account } from "../../data/account";
import { saveUnsyncedCounts } from "../../data/data_loss";
import { syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { countHeldBack, countUnsyncedByKind } from "../../data/queries";
import { recordsSetAside } from "../../data/set_aside";
import type { SyncState } from "../../data/types";
import { countedByKind, countInWords, inDisplayOrder } from "../../data/words";
import { type Sign, SyncMark } from "../../ui/sync_mark";
import { storageErrorWords, useStorageError } from "./use_storage_error";

const STATES: Record<SyncState["state"], { reason: string; sign: Sign }> = {
  never: { reason: "the first sync is still running", sign: "waiting" },
  synced: { reason: "", sign: "synced" },
  offline: { reason: "offline", sign: "offline" },
  waiting: { reason: "the server asked for a pause", sign: "synced" },
  signed_out: { reason: "sign in again", sign: "warning" },
  upgrade_required: { reason: "reload for the new version", sign: "warning" },
  wrong_account: { reason: "another account is signed in", sign: "warning" },
  asking: { reason: "we need your answer", sign: "warning" },
  failed: { reason: "sync failed and is tried again", sign: "warning" },
};
const FULL = { reason: "your account is full", sign: "waiting" } as const;
const NO_ACCOUNT = "Saved on this device only. Sign in to sync";
/** What a person writes; everything else that syncs is a change, such as a setting. */
const NAMED_KINDS = ["conversation", "person", "follow_up", "event", "problem"];

/** Show whether everything on this device is synced, and whether it can store anything at all. */
export function SyncStatus() {
  const unsynced = useLive(countUnsyncedByKind, ["outbox"], []).value;
  const state = useLive(syncState, ["sync_state"], []).value;
  const heldBack = useLive(countHeldBack, ["outbox", "sync_state"], []).value;
  const aside = useLive(recordsSetAside, ["sync_state"], []).value ?? [];
  const owner = useLive(async () => (await account()) ?? null, ["account"], []).value;
  const storageError = useStorageError();
  useEffect(() => void (unsynced && saveUnsyncedCounts(unsynced)), [unsynced]);
  if (storageError)
    return <SyncMark count={0} sign="warning" words={storageErrorWords[storageError].short} />;
  if (!unsynced || !state || owner === undefined) return null;
  const count = Object.values(unsynced).reduce((sum, some) => sum + some, 0);
  if (!owner) return <SyncMark count={count} sign="offline" words={NO_ACCOUNT} />;
  const isFull = state.state === "synced" && heldBack;
  const { reason, sign } = isFull ? FULL : STATES[state.state];
  if (reason === "" && count === 0 && aside.length > 0)
    return <SyncMark count={0} sign="warning" words={setAsideText(aside)} />;
  return <SyncMark count={count} sign={sign} words={unsyncedText(unsynced, reason)} />;
}

/** Return what is not synced, and why: "3 notes, 1 person waiting to sync: offline". */
export function unsyncedText(unsynced: Record<string, number>, reason: string): string {
  const because = reason && `: ${reason}`;
  const parts = unsyncedParts(unsynced);
  if (parts.length > 0) return `${parts.join(", ")} waiting to sync${because}`;
  return reason ? `No changes waiting to sync${because}` : "Everything is synced";
}

/** Return what could not be saved here: "1 note couldn't be saved on this device. ..." */
export function setAsideText(aside: { kind: string }[]): string {
  const it = aside.length === 1 ? "It is" : "They are";
  return `${countedByKind(aside)} couldn't be saved on this device. ${it} safe on the server. Earshot tries again each time it starts, so an update may help.`;
}

function unsyncedParts(unsynced: Record<string, number>): string[] {
  const all = inDisplayOrder(unsynced);
  const named = all.filter(([kind]) => NAMED_KINDS.includes(kind));
  const others = all.filter(([kind]) => !NAMED_KINDS.includes(kind));
  const changes = others.reduce((sum, [, count]) => sum + count, 0);
  const parts = named.map(([kind, count]) => countInWords(kind, count));
  if (changes > 0) parts.push(changesText(changes, named.length > 0));
  return parts;
}

function changesText(count: number, isAmongOthers: boolean): string {
  const adjective = isAmongOthers ? "other " : "";
  return `${count} ${adjective}${count === 1 ? "change" : "changes"}`;
}
