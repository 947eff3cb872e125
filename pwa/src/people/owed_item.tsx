/** One thing that is owed, with the ways to be done with it. */
import { localDay } from "../days/days";
import { sayDay } from "../days/said";
import type { Field } from "../editing/field_editor";
import { InPlace } from "../editing/in_place";
import { Mark, markOf } from "../editing/mark";
import { RecordNotes } from "../editing/record_notes";
import { finish, postpone } from "../records/follow_up_steps";
import { write } from "../records/write";
import { Icon } from "../ui/icons";
import { Later } from "../ui/later";
import { Link } from "../ui/link";
import { say } from "../ui/toast";
import type { SavedFollowUp } from "./person_query";

/** Show an open follow-up: its words, its day, Done and Later. */
export function OwedItem({ followUp }: { followUp: SavedFollowUp }) {
  const { what, due_on, due_at } = followUp.body;
  const day = due_on ?? (due_at && localDay(new Date(due_at)));
  return (
    <li id={followUp.id} class="owed" data-record>
      <div class="owed_words">
        <InPlace field={whatField(followUp)}>
          <p class="long_text">
            {what}
            <Mark mark={markOf(followUp)} />
          </p>
        </InPlace>
        <InPlace field={dayField(followUp)}>
          <p class="soft small">due {day && sayDay(day, localDay(new Date()))}</p>
        </InPlace>
      </div>
      <OwedActions followUp={followUp} />
      <RecordNotes record={followUp} />
    </li>
  );
}

function OwedActions({ followUp }: { followUp: SavedFollowUp }) {
  const { what } = followUp.body;
  const done = async () => say(`Done: ${what}`, { undo: await finish(followUp) });
  const later = async (day: string) => {
    const undo = await postpone(followUp, day);
    say(`Due ${sayDay(day, localDay(new Date()))}: ${what}`, { undo });
  };
  return (
    <div class="actions">
      <button type="button" class="button" aria-label={`Done: ${what}`} onClick={done}>
        <Icon name="done" />
        Done
      </button>
      <Later what={what} pick={later} />
      {followUp.seq > 0 && (
        <Link
          href={`/history/${followUp.id}`}
          class="button quiet icon_only"
          aria-label={`History: ${what}`}
        >
          <Icon name="later" />
        </Link>
      )}
      <button
        type="button"
        class="button quiet icon_only"
        aria-label={`Delete: ${what}`}
        onClick={() => deleteFollowUp(followUp)}
      >
        <Icon name="trash" />
      </button>
    </div>
  );
}

async function deleteFollowUp({ id }: SavedFollowUp): Promise<void> {
  await write({ kind: "follow_up", id, action: "delete" });
  say("Deleted.", { undo: () => write({ kind: "follow_up", id, action: "restore" }) });
}

function whatField({ id, body }: SavedFollowUp): Field {
  const keep = (what: string) => write({ kind: "follow_up", id, set: { what } });
  return { name: "what", label: "what is owed", kind: "text", value: body.what, keep };
}

function dayField({ id, body }: SavedFollowUp): Field {
  const keep = (day: string) =>
    write({ kind: "follow_up", id, set: { due_on: day || null, due_at: null } });
  const value = body.due_on ?? (body.due_at ? localDay(new Date(body.due_at)) : "");
  return { name: "due_on", label: "due day", kind: "date", value, keep };
}
