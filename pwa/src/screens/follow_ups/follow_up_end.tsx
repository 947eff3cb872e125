/** The end of a follow-up's page: its history, and the way to part from it. */

import { removeRecord } from "../../data/note_records";
import type { Saved } from "../../data/queries";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";

/** Offer the history, and to delete. */
export function FollowUpEnd({ followUp }: { followUp: Saved<"follow_up"> }) {
  const deleteIt = async () => {
    const undo = await removeRecord(followUp);
    showToast("Deleted.", { undo });
    go("/follow-ups", { replace: true });
  };
  return (
    <div class="actions">
      {followUp.seq > 0 && (
        <Link href={`/history/${followUp.id}`} class="button quiet">
          <Icon name="later" />
          History
        </Link>
      )}
      <button type="button" class="button quiet warning" onClick={deleteIt}>
        <Icon name="trash" />
        Delete
      </button>
    </div>
  );
}
