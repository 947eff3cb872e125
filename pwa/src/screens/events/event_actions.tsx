/** The actions of an event: prepare, listen, start and end it, see its history, delete it. */

import {
  changeEvent,
  endEvent,
  eventName,
  type SavedEvent,
  startEvent,
} from "../../components/event/event_writes";
import type { NamedTarget } from "../../data/events";
import { type Write, write } from "../../data/write";
import { isOnDayOf, whenIs } from "../../domain/events/on";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";

interface Props {
  event: SavedEvent;
  now: Date;
}

/** Show the steps that make sense now. */
export function EventSteps({ event, now }: Props) {
  const when = whenIs(event.body, now);
  const isNear = when === "coming" && (!event.body.starts_at || isOnDayOf(event.body, now));
  if (when === "past" && !event.body.ended_at) return null;
  return (
    <div class="actions">
      {when === "on" && (
        <Link href={`/listen?event=${event.id}`} class="button primary">
          Listen
        </Link>
      )}
      {when !== "past" && (
        <Link href={`/events/${event.id}/prepare`} class={isNear ? "button primary" : "button"}>
          {event.body.prepared_at ? "Prepared · review" : "Prepare in 30 seconds"}
        </Link>
      )}
      {when === "on" && (
        <button type="button" class="button" onClick={() => endEvent(event)}>
          End event
        </button>
      )}
      {when !== "on" && (
        <button type="button" class="button" onClick={() => startEvent(event)}>
          {when === "past" ? "Start again" : "Start now"}
        </button>
      )}
    </div>
  );
}

/** Show that an event is cancelled, and what to do about it; nothing is deleted without a tap. */
export function CancelledNotice({ event, targets }: { event: SavedEvent; targets: NamedTarget[] }) {
  if (!event.body.cancelled_at) return null;
  return (
    <div class="notice warning" role="status">
      <p>Your calendar says that this event is cancelled.</p>
      <button
        type="button"
        class="button"
        onClick={() => changeEvent(event, { cancelled_at: null }, "Not cancelled.")}
      >
        It takes place
      </button>
      <button type="button" class="button" onClick={() => removeEvent(event, targets)}>
        Delete it
      </button>
    </div>
  );
}

/** Show the link to the history, and the button that deletes an event with its targets; its notes are kept. */
export function EventEnd({ event, targets }: { event: SavedEvent; targets: NamedTarget[] }) {
  return (
    <div class="actions">
      {event.seq > 0 && (
        <Link href={`/history/${event.id}`} class="button">
          <Icon name="later" />
          History
        </Link>
      )}
      <button type="button" class="button warning" onClick={() => removeEvent(event, targets)}>
        <Icon name="trash" />
        Delete event
      </button>
    </div>
  );
}

async function removeEvent(event: SavedEvent, targets: NamedTarget[]): Promise<void> {
  const all = (action: "delete" | "restore"): Write[] =>
    [event, ...targets].map(({ kind, id }) => ({ kind, id, action }));
  await write(...all("delete"));
  go("/events", { replace: true });
  const undo = () => write(...all("restore"));
  showToast(`${eventName(event)} deleted.`, { undo });
}
