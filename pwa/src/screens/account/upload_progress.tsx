/** What follows a sign-in: what was captured before goes up, and is counted down. */

import { syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { countUnsynced } from "../../data/queries";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { syncStateText } from "./sync_words";

/** Show what still waits to go up, until all of it is safe. */
export function UploadProgress({ email }: { email: string }) {
  const waiting = useLive(countUnsynced, ["outbox"], []).value;
  const now = useLive(syncState, ["sync_state"], []).value;
  const isSafe = now?.state === "synced" && waiting === 0;
  return (
    <section class="stack" aria-labelledby="welcome">
      <h1 id="welcome">Welcome</h1>
      <p>
        This device now belongs to <b>{email}</b>.
      </p>
      <p role="status" class="going_up">
        <Icon name={isSafe ? "synced" : "waiting"} />
        {isSafe
          ? "All safe on the server."
          : now && waiting !== undefined && syncStateText(now, waiting, new Date()).join(" ")}
      </p>
      <div class="actions">
        <Link href="/" class="button primary">
          Go to Now
        </Link>
      </div>
    </section>
  );
}
