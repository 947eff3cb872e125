/** What can be done with an event at its time: prepare, start and end it by hand. */
import { endEvent, type SavedEvent, startEvent } from "../../components/event/event_writes";
import { isOnDayOf, whenIs } from "../../domain/events/on";
import { Link } from "../../ui/link";

interface Props {
  event: SavedEvent;
  now: Date;
}

/** Offer the steps that make sense now. */
export function EventSteps({ event, now }: Props) {
  const when = whenIs(event.body, now);
  const isNear = when === "coming" && (!event.body.starts_at || isOnDayOf(event.body, now));
  if (when === "past" && !event.body.ended_at) return null;
  return (
    <div class="actions">
      {when === "on" && (
        <Link href={`/listen?event=${event.id}`} class="button primary">
          Talk
        </Link>
      )}
      {when !== "past" && (
        <Link href={`/events/${event.id}/prepare`} class={isNear ? "button primary" : "button"}>
          {event.body.prepared_at ? "Prepared; look again" : "Prepare in 30 seconds"}
        </Link>
      )}
      {when === "on" && (
        <button type="button" class="button" onClick={() => endEvent(event)}>
          End it now
        </button>
      )}
      {when !== "on" && (
        <button type="button" class="button" onClick={() => startEvent(event)}>
          {when === "past" ? "Start it again" : "Start it now"}
        </button>
      )}
    </div>
  );
}
