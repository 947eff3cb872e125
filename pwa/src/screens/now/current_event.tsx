/** The current event: its goal, who to meet, and one large button that starts a conversation. */

import {
  endEvent,
  eventName,
  type SavedEvent,
  skipGoal,
  startEvent,
} from "../../components/event/event_writes";
import { Goal } from "../../components/event/goal";
import { targetsOf } from "../../data/events";
import { useLive } from "../../data/live";
import { timeText } from "../../domain/dates/date_words";
import { ifThenText } from "../../domain/events/goal";
import { spanOf } from "../../domain/events/times";
import { Link } from "../../ui/link";
import { HalfTimeHint, ToMeet } from "./targets_to_meet";

interface Props {
  event: SavedEvent;
  others: SavedEvent[];
  dueCount: number;
  now: Date;
}

/** Show the current event. */
export function CurrentEvent({ event, others, dueCount, now }: Props) {
  const { value: targets = [] } = useLive(
    () => targetsOf(event.id),
    ["target", "conversation", "person"],
    [event.id],
  );
  return (
    <>
      <EventHead event={event} />
      <EventGoal event={event} />
      <HalfTimeHint event={event} targets={targets} now={now} />
      <ToMeet targets={targets} />
      <OtherEvents events={others} />
      <div class="listen_actions">
        <Link href={`/listen?event=${event.id}`} class="button primary listen_button">
          Listen
        </Link>
      </div>
      {dueCount > 0 && (
        <Link href="/follow-ups" class="small">
          {dueCount === 1 ? "1 follow-up due today" : `${dueCount} follow-ups due today`}
        </Link>
      )}
    </>
  );
}

function EventHead({ event }: { event: SavedEvent }) {
  const end = spanOf(event.body)?.end;
  const { ends_at, starts_on } = event.body;
  const isPlanned = ends_at !== null && !starts_on && end === Date.parse(ends_at);
  return (
    <header class="on_head">
      <p class="soft small">On now{isPlanned && `, until ${timeText(new Date(end))}`}</p>
      <h2>
        <Link href={`/events/${event.id}`}>{eventName(event)}</Link>
      </h2>
      <button type="button" class="button quiet" onClick={() => endEvent(event)}>
        End event
      </button>
    </header>
  );
}

function EventGoal({ event }: { event: SavedEvent }) {
  const { goal, question, without_goal_at } = event.body;
  const ifThen = ifThenText(event.body);
  const firstQuestion = question && `My first question: “${question}”`;
  if (!goal && without_goal_at) return <p class="soft">No goal, just curious. {firstQuestion}</p>;
  return (
    <section class="on_goal" aria-label="Goal">
      {!goal && <p>What do you want to go home with? One goal, one sentence.</p>}
      <Goal event={event} />
      {ifThen && <p class="soft">{ifThen}</p>}
      {firstQuestion && <p class="soft">{firstQuestion}</p>}
      {!goal && (
        <button type="button" class="button" onClick={() => skipGoal(event)}>
          No goal, just curious
        </button>
      )}
    </section>
  );
}

function OtherEvents({ events }: { events: SavedEvent[] }) {
  if (events.length === 0) return null;
  return (
    <fieldset class="chips">
      <legend class="soft small">Also on: tap the one you're at</legend>
      {events.map((event) => (
        <button key={event.id} type="button" class="chip" onClick={() => startEvent(event)}>
          {eventName(event)}
        </button>
      ))}
    </fieldset>
  );
}
