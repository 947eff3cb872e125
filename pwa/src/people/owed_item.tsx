/** One thing that is owed, with the ways to be done with it. */
import "../owing/owed_item.css";
import { localDay } from "../days/days";
import { InPlace } from "../editing/in_place";
import { Mark, markOf } from "../editing/mark";
import { RecordNotes } from "../editing/record_notes";
import { Drop } from "../owing/drop";
import { asOwed, sayDue } from "../owing/owed";
import { dayField, whatField } from "../owing/owed_fields";
import { markDone, moveTo } from "../owing/settle";
import { isOnCardOnly } from "../records/on_card";
import { Icon } from "../ui/icons";
import { Later } from "../ui/later";
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
      <OwedActions followUp={followUp} />
      <RecordNotes record={followUp} />
    </li>
  );
}

function OwedActions({ followUp }: { followUp: SavedFollowUp }) {
  const { what } = followUp.body;
  return (
    <div class="actions">
      <button
        type="button"
        class="button"
        aria-label={`Done: ${what}`}
        onClick={() => markDone(followUp)}
      >
        <Icon name="done" />
        Done
      </button>
      <Later what={what} pick={(day) => moveTo(followUp, day)} />
      <Drop followUp={followUp} />
    </div>
  );
}
