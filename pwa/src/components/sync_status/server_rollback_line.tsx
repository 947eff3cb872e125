/** The one line about a server that was put back: nothing to decide, and soon nothing to read. */

import { dismissServerRollback, serverRollback } from "../../data/device_state";
import { useLive } from "../../data/live";

/** Say that the server was put back, until that was read. */
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
          ? "The server was put back; sending what it lacked."
          : "The server was put back. What it lacked was sent; nothing is lost."}
      </p>
      <button type="button" class="button" onClick={dismissServerRollback}>
        Close
      </button>
    </div>
  );
}
