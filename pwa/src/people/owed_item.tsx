/** One thing that is owed, with the ways to be done with it. */
import "../owing/owed_item.css";
import { localDay } from "../days/days";
import { InPlace } from "../editing/in_place";
import { Mark, markOf } from "../editing/mark";
import { RecordNotes } from "../editing/record_notes";
import { DoneAndLater } from "../owing/done_and_later";
import { Drop } from "../owing/drop";
import { asOwed, sayDue } from "../owing/owed";
import { dayField, whatField } from "../owing/owed_fields";
import { isOnCardOnly } from "../records/on_card";
import { Link } from "../ui/link";
import type { SavedFollowUp } from "./person_query";

/** Show an open follow-up: its words, its day, Done, Later and Drop. */
export function OwedItem({ followUp }: { followUp: SavedFollowUp }) {
  return (
    <li id={followUp.id} class="owed" data-record>
      <div class="owed_words">
        <InPlace field={whatField(followUp)}>
          <p class="long_text">
            {followUp.body.what}
            <Mark mark={markOf(followUp)} />
          </p>
        </InPlace>
        <div class="owed_day">
          <InPlace field={dayField(followUp)}>
            <p class="soft small">
              due {sayDue(asOwed(followUp, new Map()), localDay(new Date()))}
            </p>
          </InPlace>
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
