/** The preparation of an event in thirty seconds: goal, if-then, three people, one question, read out loud. */

import { eventName, type SavedEvent, setEvent } from "../../components/event/event_writes";
import { Goal, IfThen } from "../../components/event/goal";
import type { NamedTarget } from "../../data/events";
import { useLive } from "../../data/live";
import { ifThenText } from "../../domain/events/goal";
import { ReadingFailed, Skeleton } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { go, useTitle } from "../../ui/router";
import { showToast } from "../../ui/toast";
import { AddTarget } from "./add_target";
import { EventGone } from "./event_detail";
import { eventTopics, readEventDetails } from "./event_query";
import { questionsFor } from "./questions";

const PEOPLE_COUNT = 3;

/** Show the preparation of the event with this id. */
export function Preparation({ id }: { id: string }) {
  const { value, error } = useLive(() => readEventDetails(id), eventTopics, [id]);
  useTitle(value ? `Prepare ${eventName(value.event)}` : "Prepare");
  if (error) return <ReadingFailed />;
  if (value === undefined) return <Skeleton />;
  if (value === null) return <EventGone />;
  const { event, targets } = value;
  return (
    <div class="stack preparation">
      <Link
        href={`/events/${id}`}
        class="button quiet icon_only back_button"
        aria-label="Back to the event"
      >
        <Icon name="back" />
      </Link>
      <h1>Prepare {eventName(event)}</h1>
      <ol class="stack preparation_steps">
        <li>
          <h2>One goal</h2>
          <Goal event={event} />
        </li>
        <li>
          <h2>If I hear…</h2>
          <IfThen event={event} />
        </li>
        <li>
          <h2>Three people</h2>
          <ThreePeople event={event} targets={targets} />
        </li>
        <li>
          <h2>One question</h2>
          <OneQuestion event={event} targets={targets} />
        </li>
        <li>
          <h2>Say it out loud, once</h2>
          <SayAloud event={event} targets={targets} />
        </li>
      </ol>
    </div>
  );
}

interface Props {
  event: SavedEvent;
  targets: NamedTarget[];
}

function ThreePeople({ event, targets }: Props) {
  return (
    <>
      <ul class="chips">
        {targets.slice(0, PEOPLE_COUNT).map(({ id, name }) => (
          <li key={id} class="badge warm">
            {name || "Someone"}
          </li>
        ))}
      </ul>
      <AddTarget eventId={event.id} targets={targets} enough={PEOPLE_COUNT} />
    </>
  );
}

function OneQuestion({ event, targets }: Props) {
  const { goal, question } = event.body;
  const offered = questionsFor(goal, targets);
  const all = question && !offered.includes(question) ? [question, ...offered] : offered;
  return (
    <fieldset class="chips">
      <legend class="visually_hidden">First question</legend>
      {all.map((text) => (
        <label key={text} class="chip">
          <input
            type="radio"
            name="question"
            checked={text === question}
            onChange={() => setEvent(event, { question: text })}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function SayAloud({ event, targets }: Props) {
  const { goal, question } = event.body;
  const names = targets
    .slice(0, PEOPLE_COUNT)
    .map(({ name }) => name)
    .filter(Boolean);
  const done = async () => {
    await setEvent(event, { prepared_at: new Date().toISOString() });
    go(`/events/${event.id}`, { replace: true });
    showToast("Prepared.", {
      undo: () => setEvent(event, { prepared_at: event.body.prepared_at }),
    });
  };
  return (
    <>
      <p class="quote">
        {goal ? `My goal: ${goal.replace(/[.!?]$/, "")}. ` : "I'm just curious. "}
        {names.length > 0 && `I'm looking for ${names.join(", ")}. `}
        {question && `My first question: “${question}” `}
        {ifThenText(event.body)}
      </p>
      <button type="button" class="button primary" onClick={done}>
        <Icon name="done" />I said it out loud
      </button>
    </>
  );
}
