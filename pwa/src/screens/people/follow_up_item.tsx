/** One open follow-up on a person's page, with what can be done about it. */
import "../../components/promise/promise_item.css";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { dueText, toFollowUpRow } from "../../components/promise/promise";
import { DoneAndLater, Drop } from "../../components/promise/promise_actions";
import { dayField, whatField } from "../../components/promise/promise_fields";
import { isOnCardOnly } from "../../data/note_records";
import { localDay } from "../../domain/dates/days";
import { Link } from "../../ui/link";
import type { SavedFollowUp } from "./person_query";

/** Show an open follow-up: its words, its day, Done, Later and Drop. */
export function FollowUpItem({ followUp }: { followUp: SavedFollowUp }) {
  return (
    <li id={followUp.id} class="promise_item" data-record>
      <div class="promise_words">
        <InlineEdit field={whatField(followUp)}>
          <p class="long_text">
            {followUp.body.what}
            <UnsyncedMark mark={unsyncedMarkOf(followUp)} />
          </p>
        </InlineEdit>
        <div class="promise_day">
          <InlineEdit field={dayField(followUp)}>
            <p class="soft small">
              due {dueText(toFollowUpRow(followUp, new Map()), localDay(new Date()))}
            </p>
          </InlineEdit>
          {!isOnCardOnly(followUp) && (
            <Link href={`/follow-ups/${followUp.id}`} class="small">
              Details
            </Link>
          )}
        </div>
      </div>
      <div class="actions">
        <DoneAndLater followUp={followUp} />
        <Drop followUp={followUp} />
      </div>
      <RecordNotes record={followUp} />
    </li>
  );
}
