/** The morning after: each person of an event is recalled before their card is shown again. */

import "./recall.css";
import { useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { toRecall } from "../../domain/events/recall";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";
import { match, useRoute } from "../../ui/router";
import { type EventToRecall, eventToRecall, topics } from "./recall_query";
import { RecallStep } from "./recall_step";
import { Recalled } from "./recalled";

/** Show the recall of the event that the address names. */
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
  const { value, error } = useLive(() => eventToRecall(id), topics, [id]);
  if (error) return <ReadingFailed />;
  if (value === undefined) return <Skeleton />;
  if (value === null || value.cards.length === 0) return <NobodyToRecall />;
  return <Steps {...value} />;
}

/** Who is asked about is settled when the screen opens: a card that was just shown stays until Next. */
function Steps({ event, cards }: EventToRecall) {
  const [asked] = useState(() => toRecall(cards.map(({ card }) => card)).map(({ id }) => id));
  const [nth, setNth] = useState(0);
  const present = asked.flatMap((id) => cards.find(({ card }) => card.id === id) ?? []);
  const now = present[nth];
  return (
    <>
      <h1>The morning after {event.body.name || "the event"}</h1>
      {now ? (
        <>
          <p class="soft" role="status">
            {nth + 1} of {present.length}
          </p>
          <RecallStep key={now.card.id} {...now} next={() => setNth(nth + 1)} />
        </>
      ) : (
        <Recalled event={event} cards={cards} />
      )}
    </>
  );
}

function NobodyToRecall() {
  return (
    <>
      <h1 class="visually_hidden">The morning after</h1>
      <Empty title="Nobody to recall">
        <p class="soft">No card was written at this event, or it is gone.</p>
        <Link href="/events" class="button">
          Go to Events
        </Link>
      </Empty>
    </>
  );
}
