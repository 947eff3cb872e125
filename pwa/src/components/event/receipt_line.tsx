/** The receipt after an event: whether its notes are synced, and if not, how to sync them. */

import { account } from "../../data/account";
import { requestRound, syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { type Receipt, receiptText } from "../../domain/events/receipt";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";

/** Show the receipt of an event. */
export function ReceiptLine({ receipt }: { receipt: Receipt }) {
  const isSafe = receipt.waiting === 0;
  return (
    <div class={isSafe ? "notice" : "notice warning"} role="status">
      <Icon name={isSafe ? "synced" : "waiting"} />
      <p>
        {receiptText(receipt)}
        {isSafe ? "." : " yet, only saved on this device."}
      </p>
      {!isSafe && <SyncAction />}
    </div>
  );
}

function SyncAction() {
  const { value } = useLive(
    async () => ({ owner: await account(), last: await syncState() }),
    ["account", "sync_state"],
    [],
  );
  if (!value) return null;
  if (!value.owner || value.last.state === "signed_out")
    return (
      <Link href="/account" class="button">
        Sign in to sync
      </Link>
    );
  return (
    <>
      {value.last.state === "offline" && (
        <span class="soft">Can't reach the server right now.</span>
      )}
      <button type="button" class="button" onClick={requestRound}>
        Sync now
      </button>
    </>
  );
}
