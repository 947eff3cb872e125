/** The next event; on its day it can be prepared and started. */

import { eventName, type SavedEvent, startEvent } from "../../components/event/event_writes";
import { eventsComing, isCancelled, isOnDayOf } from "../../domain/events/on";
import { eventTimesText } from "../../domain/events/times";
import { Link } from "../../ui/link";

interface Props {
  events: SavedEvent[];
  now: Date;
}

/** Show the next event, or nothing where there is none. */
export function NextEvent({ events, now }: Props) {
  const [next] = eventsComing(events, now).filter(
    ({ body }) => body.starts_at && !isCancelled(body),
  );
  if (!next) return null;
  const { goal, place, prepared_at } = next.body;
  return (
    <section class="stack" aria-labelledby="next_event">
      <h2 id="next_event">Next event</h2>
      <div class="card stack">
        <p>
          <Link href={`/events/${next.id}`} class="next_event_name">
            {eventName(next)}
          </Link>
          <br />
          <span class="soft small">
            {[eventTimesText(next.body, now), place].filter(Boolean).join(" · ")}
          </span>
        </p>
        {goal && <p class="quote">{goal}</p>}
        {isOnDayOf(next.body, now) && (
          <div class="actions">
            <Link href={`/events/${next.id}/prepare`} class="button primary">
              {prepared_at ? "Prepared · review" : "Prepare in 30 seconds"}
            </Link>
            <button type="button" class="button" onClick={() => startEvent(next)}>
              I'm there
            </button>
          </div>
        )}
      </div>
    </section>
  );
}
