/** What one side owes the other: open follow-ups first, closed ones folded away. */
import "../../components/promise/promise_item.css";
import { AddLine } from "../../components/inline_edit/add_line";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { ClosedItem } from "../../components/promise/closed_item";
import { dueText, toFollowUpRow } from "../../components/promise/promise";
import { DoneAndLater, Drop } from "../../components/promise/promise_actions";
import { dayField, whatField } from "../../components/promise/promise_fields";
import { isOnCardOnly } from "../../data/note_records";
import { localDay } from "../../domain/dates/days";
import { Link } from "../../ui/link";
import { type SavedFollowUp, splitFollowUps, type WholePerson } from "./person_query";

type Side = "me" | "them";

const words = {
  me: { title: "What I owe", add: "Add what I owe" },
  them: { title: "What they owe", add: "Add what they owe" },
};

/** Show the follow-ups owed by one side, and a place to add one. */
export function FollowUpsSection({ whole, side }: { whole: WholePerson; side: Side }) {
  const { open, closed } = splitFollowUps(side, whole.followUps);
  return (
    <section aria-labelledby={`owed_by_${side}`} class="stack">
      <h2 id={`owed_by_${side}`}>{words[side].title}</h2>
      {open.length > 0 && (
        <ul class="rows">
          {open.map((followUp) => (
            <FollowUpItem key={followUp.id} followUp={followUp} />
          ))}
        </ul>
      )}
      <AddLine
        label={words[side].add}
        kind="follow_up"
        about={{ owed_by: side, person_ids: [whole.person.id] }}
      />
      {closed.length > 0 && (
        <details class="closed_items">
          <summary>{closed.length} done or dropped</summary>
          <ul class="rows">
            {closed.map((followUp) => (
              <ClosedItem key={followUp.id} followUp={followUp} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Show an open follow-up: its words, its day, Done, Later and Drop. */
function FollowUpItem({ followUp }: { followUp: SavedFollowUp }) {
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
