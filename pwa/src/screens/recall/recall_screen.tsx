/** The recall of an event: try to remember each person before their note is shown again. */

import "./recall.css";
import { useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { toRecall } from "../../domain/events/recall";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";
import { match, useRoute } from "../../ui/router";
import { type EventToRecall, readEventToRecall, recallTopics } from "./recall_query";
import { RecallStep } from "./recall_step";

/** Show the recall of the event in the address. */
export function RecallScreen() {
  const { path } = useRoute();
  const id = match("/recall/:id", path)?.id ?? "";
  return (
    <div class="pane">
      <div class="stack recall">
        <RecallOf key={id} id={id} />
      </div>
    </div>
  );
}

function RecallOf({ id }: { id: string }) {
  const { value, error } = useLive(() => readEventToRecall(id), recallTopics, [id]);
  if (error) return <ReadingFailed />;
  if (value === undefined) return <Skeleton />;
  if (value === null || value.cards.length === 0) return <NoOneToRecall />;
  return <Steps {...value} />;
}

/** The list is fixed when the screen opens, so that a note just shown stays until Next. */
function Steps({ event, cards }: EventToRecall) {
  const [asked] = useState(() => toRecall(cards.map(({ card }) => card)).map(({ id }) => id));
  const [index, setIndex] = useState(0);
  const present = asked.flatMap((id) => cards.find(({ card }) => card.id === id) ?? []);
  const current = present[index];
  return (
    <>
      <h1>Who did you meet at {event.body.name || "the event"}?</h1>
      {current ? (
        <>
          <p class="soft" role="status">
            {index + 1} of {present.length}
          </p>
          <RecallStep key={current.card.id} {...current} next={() => setIndex(index + 1)} />
        </>
      ) : (
        <RecallResult event={event} cards={cards} />
      )}
    </>
  );
}

function NoOneToRecall() {
  return (
    <>
      <h1 class="visually_hidden">Recall</h1>
      <Empty title="No one to recall">
        <p class="soft">There are no notes from this event, or it was deleted.</p>
        <Link href="/events" class="button">
          Go to Events
        </Link>
      </Empty>
    </>
  );
}

function RecallResult({ event, cards }: EventToRecall) {
  const count = cards.filter(({ card }) => card.body.recalled.trim() !== "").length;
  return (
    <section class="stack" role="status">
      <p class="recall_count">
        You recalled {count} of {cards.length}
      </p>
      <p class="soft">What you recalled is saved with each note, marked as recalled.</p>
      <div class="actions">
        <Link href="/follow-ups" class="button primary">
          See follow-ups
        </Link>
        <Link href={`/events/${event.id}`} class="button">
          Back to the event
        </Link>
      </div>
    </section>
  );
}
