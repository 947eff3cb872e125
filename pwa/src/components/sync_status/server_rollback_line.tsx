/** The line about a server that was restored from a backup, for information only. */

import { dismissServerRollback, serverRollback } from "../../data/device_state";
import { useLive } from "../../data/live";

/** Show that the server was restored, until the user closes the line. */
export function ServerRollbackLine() {
  const state = useLive(
    async () => (await serverRollback()) ?? null,
    ["sync_state", "outbox"],
    [],
  ).value;
  if (!state) return null;
  return (
    <div class="notice" role="status">
      <p>
        {state === "sending"
          ? "The server was restored from a backup. Sending what it is missing."
          : "The server was restored from a backup, and this device sent what was missing. Nothing is lost."}
      </p>
      <button type="button" class="button" onClick={dismissServerRollback}>
        Close
      </button>
    </div>
  );
}
