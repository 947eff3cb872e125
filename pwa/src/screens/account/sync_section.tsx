/** How far this device and the server are in step, in words, and a button for the impatient. */
import { useEffect, useState } from "preact/hooks";
import { requestRound, syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { countUnsynced } from "../../data/queries";
import { useNow } from "../../ui/clock";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { syncStateText } from "./sync_words";

/** Show how things stand with the server. */
export function SyncSection() {
  const reached = useLive(syncState, ["sync_state"], []).value;
  const waiting = useLive(countUnsynced, ["outbox"], []).value ?? 0;
  const now = useNow();
  const [asked, setAsked] = useState(false);
  useEffect(() => setAsked(false), [reached]);
  if (!reached) return null;
  const syncNow = () => {
    setAsked(true);
    requestRound();
  };
  return (
    <section class="card stack" aria-labelledby="sync">
      <h2 id="sync">Sync</h2>
      <div role="status" class="stack">
        {syncStateText(reached, waiting, now).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {reached.state === "signed_out" ? (
        <Link href="/sign-in" class="button primary">
          Sign in again
        </Link>
      ) : (
        <button type="button" class="button" disabled={asked} onClick={syncNow}>
          <Icon name="synced" />
          {asked ? "Syncing…" : "Sync now"}
        </button>
      )}
    </section>
  );
}
