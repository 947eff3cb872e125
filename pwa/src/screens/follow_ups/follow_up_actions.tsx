/** What can be done about a follow-up: done, tomorrow, later, dropped, reopened; its history, and deleting it. */

import { doneWords, markDone, postponeTo, reopen } from "../../components/promise/close_promise";
import { ClosedWhen } from "../../components/promise/closed_item";
import { Drop } from "../../components/promise/promise_actions";
import { isOpen } from "../../data/closed";
import { removeRecord } from "../../data/note_records";
import type { Saved } from "../../data/queries";
import { daysAfter, localDay } from "../../domain/dates/days";
import { Icon } from "../../ui/icons";
import { Later } from "../../ui/later";
import { Link } from "../../ui/link";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";

/** Show the buttons that close a follow-up, or how it was closed and a button that reopens it. */
export function FollowUpActions({ followUp }: { followUp: Saved<"follow_up"> }) {
  const { what } = followUp.body;
  if (!isOpen(followUp)) return <Closed followUp={followUp} />;
  return (
    <div class="actions follow_up_actions">
      <button type="button" class="button primary" onClick={() => markDone(followUp)}>
        <Icon name="done" />
        {doneWords(followUp)}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => postponeTo(followUp, daysAfter(localDay(new Date()), 1))}
      >
        Tomorrow
      </button>
      <Later what={what} pick={(day) => postponeTo(followUp, day)} />
      <Drop followUp={followUp} />
    </div>
  );
}

function Closed({ followUp }: { followUp: Saved<"follow_up"> }) {
  return (
    <div class="notice">
      <ClosedWhen followUp={followUp} />
      <button type="button" class="button" onClick={() => reopen(followUp)}>
        Reopen
      </button>
    </div>
  );
}

/** Show the link to the history of a follow-up, and a button that deletes it. */
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
