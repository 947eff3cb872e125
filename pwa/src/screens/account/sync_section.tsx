/** Sync in words: what is waiting, when it last succeeded, why it doesn't, and a button to sync now. */
import { useEffect, useState } from "preact/hooks";
import { HeldBackNotice } from "../../components/sync_status/held_back_notice";
import { setAsideText } from "../../components/sync_status/sync_status";
import { accountRoom, requestRound, syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { countHeldBack, countUnsynced } from "../../data/queries";
import { pullSetAsideAgain, recordsSetAside } from "../../data/set_aside";
import type { SyncState } from "../../data/types";
import { momentText } from "../../domain/dates/date_words";
import { useNow } from "../../ui/clock";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { roomText } from "./room_words";

const REASONS: Record<SyncState["state"], string> = {
  never: "This device hasn't synced yet.",
  synced: "",
  offline: "The server can't be reached. Your changes are saved here and sync by themselves later.",
  signed_out: "You've been signed out. Sign in again to sync; nothing is lost.",
  waiting: "The server asked for a pause. This device tries again by itself.",
  upgrade_required: "This version of Earshot is too old to sync. Reload for the new version.",
  wrong_account: "The notes on this device belong to another account, so nothing was sent.",
  asking: "Sync waits until you answer the question above.",
  failed: "Sync failed. This device tries again by itself.",
};

/** Show the state of sync, and a button that syncs now or leads to signing in. */
export function SyncSection() {
  const state = useLive(syncState, ["sync_state"], []).value;
  const unsynced = useLive(countUnsynced, ["outbox"], []).value ?? 0;
  const now = useNow();
  const [isRequested, setRequested] = useState(false);
  useEffect(() => setRequested(false), [state]);
  if (!state) return null;
  const syncNow = () => {
    setRequested(true);
    requestRound();
  };
  return (
    <section class="card stack" aria-labelledby="sync">
      <h2 id="sync">Sync</h2>
      <div role="status" class="stack">
        {syncStateText(state, unsynced, now).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <RoomLine />
        <SetAsideLine />
      </div>
      {state.state === "signed_out" ? (
        <Link href="/sign-in" class="button primary">
          Sign in again
        </Link>
      ) : (
        <button type="button" class="button" disabled={isRequested} onClick={syncNow}>
          <Icon name="synced" />
          {isRequested ? "Syncing…" : "Sync now"}
        </button>
      )}
    </section>
  );
}

/** Name the records that this device could not keep, and what the user can do. */
function SetAsideLine() {
  const aside = useLive(recordsSetAside, ["sync_state"], []).value ?? [];
  if (aside.length === 0) return null;
  return (
    <div class="notice warning">
      <p>{setAsideText(aside)}</p>
      <button type="button" class="button" onClick={pullSetAsideAgain}>
        Try again
      </button>
    </div>
  );
}

/** Show how much of the account's room on the server is used, and what to do when it is full. */
function RoomLine() {
  const room = useLive(async () => (await accountRoom()) ?? null, ["sync_state"], []).value;
  const heldBack = useLive(countHeldBack, ["outbox", "sync_state"], []).value ?? 0;
  if (!room) return null;
  const { used, advice } = roomText(room, heldBack);
  if (!advice) return <p class="soft">{used}</p>;
  return (
    <div class="notice warning">
      <p>{used}</p>
      <p>{advice}</p>
    </div>
  );
}

/** Show, after signing in, how many changes are still to sync, until all are. */
export function FirstSync({ email }: { email: string }) {
  const unsynced = useLive(countUnsynced, ["outbox"], []).value;
  const state = useLive(syncState, ["sync_state"], []).value;
  const isDone = state?.state === "synced" && unsynced === 0;
  return (
    <section class="stack" aria-labelledby="welcome">
      <h1 id="welcome">Welcome</h1>
      <p>
        Signed in as <b>{email}</b>.
      </p>
      <p role="status" class="first_sync">
        <Icon name={isDone ? "synced" : "waiting"} />
        {isDone
          ? "Everything is synced."
          : state && unsynced !== undefined && syncStateText(state, unsynced, new Date()).join(" ")}
      </p>
      <HeldBackNotice />
      <div class="actions">
        <Link href="/" class="button primary">
          Go to Now
        </Link>
      </div>
    </section>
  );
}

/** Return the state of sync in sentences: what is waiting and since when, then what is in the way. */
export function syncStateText(state: SyncState, unsynced: number, now: Date): string[] {
  return [progressText(state, unsynced, now), REASONS[state.state]].filter(Boolean);
}

/**
 * Return why something is still not synced after a sync, and what to do.
 * @param heldBack - the records with changes for which the account has no room
 */
export function obstacleText({ state }: SyncState, heldBack: number): string {
  if (state !== "synced") return REASONS[state];
  return heldBack > 0
    ? "These can't sync: your account is full. Delete what you no longer need, ask whoever runs the server for more room, or export everything to a file first."
    : "The server didn't accept some of these. They have a warning sign: fix or discard them first.";
}

function progressText({ state, at }: SyncState, unsynced: number, now: Date): string {
  if (state !== "synced" || !at) return waitingText(unsynced);
  const lastSynced = `Last synced ${momentText(at, now)}.`;
  return unsynced === 0
    ? `Everything is synced. ${lastSynced}`
    : `${lastSynced} ${waitingText(unsynced)}`;
}

function waitingText(count: number): string {
  if (count === 0) return "No changes waiting to sync.";
  return count === 1 ? "1 change waiting to sync." : `${count} changes waiting to sync.`;
}
