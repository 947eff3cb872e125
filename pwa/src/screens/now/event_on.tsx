/** The event that is on: its goal, whom to meet, and one large button. */

import {
  endEvent,
  goWithoutGoal,
  nameOf,
  type SavedEvent,
  startEvent,
} from "../../components/event/event_writes";
import { Goal } from "../../components/event/goal";
import { targetsOf } from "../../data/events";
import { useLive } from "../../data/live";
import { timeText } from "../../domain/dates/date_words";
import { ifThenText } from "../../domain/events/goal";
import { spanOf } from "../../domain/events/times";
import { Link } from "../../ui/link";
import { HalfTime } from "./half_time";
import { ToMeet } from "./to_meet";

interface Props {
  event: SavedEvent;
  others: SavedEvent[];
  dueCount: number;
  now: Date;
}

/** Show the event that is on. */
export function EventOn({ event, others, dueCount, now }: Props) {
  const { value: targets = [] } = useLive(
    () => targetsOf(event.id),
    ["target", "conversation", "person"],
    [event.id],
  );
  return (
    <>
      <OnHead event={event} />
      <OneGoal event={event} />
      <HalfTime event={event} targets={targets} now={now} />
      <ToMeet targets={targets} />
      <Others events={others} />
      <div class="talk_actions">
        <Link href={`/listen?event=${event.id}`} class="button primary talk_button">
          Talk
        </Link>
      </div>
      {dueCount > 0 && (
        <Link href="/follow-ups" class="small">
          {dueCount === 1 ? "One thing is due today" : `${dueCount} things are due today`}
        </Link>
      )}
    </>
  );
}

function OnHead({ event }: { event: SavedEvent }) {
  const end = spanOf(event.body)?.end;
  const isPlanned = event.body.ends_at !== null && end === Date.parse(event.body.ends_at);
  return (
    <header class="on_head">
      <p class="soft small">On now{isPlanned && `, until ${timeText(new Date(end))}`}</p>
      <h2>
        <Link href={`/events/${event.id}`}>{nameOf(event)}</Link>
      </h2>
      <button type="button" class="button quiet" onClick={() => endEvent(event)}>
        End it
      </button>
    </header>
  );
}

function OneGoal({ event }: { event: SavedEvent }) {
  const { goal, question, without_goal_at } = event.body;
  const said = ifThenText(event.body);
  const begins = question && `I begin with: “${question}”`;
  if (!goal && without_goal_at) return <p class="soft">No goal, just curious. {begins}</p>;
  return (
    <section class="on_goal" aria-label="Goal">
      {!goal && <p>What do you want to go home with? One goal, in one sentence.</p>}
      <Goal event={event} />
      {said && <p class="soft">{said}</p>}
      {begins && <p class="soft">{begins}</p>}
      {!goal && (
        <button type="button" class="button" onClick={() => goWithoutGoal(event)}>
          No goal, just curious
        </button>
      )}
    </section>
  );
}

function Others({ events }: { events: SavedEvent[] }) {
  if (events.length === 0) return null;
  return (
    <fieldset class="chips">
      <legend class="soft small">Also on: tap the one where you are</legend>
      {events.map((event) => (
        <button key={event.id} type="button" class="chip" onClick={() => startEvent(event)}>
          {nameOf(event)}
        </button>
      ))}
    </fieldset>
  );
}
