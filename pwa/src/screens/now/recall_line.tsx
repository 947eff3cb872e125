/** The way to the recall of an event whose morning after it is. */

import { nameOf, type SavedEvent } from "../../components/event/event_writes";
import { cardsOf } from "../../data/events";
import { useLive } from "../../data/live";
import { isMorningAfter, toRecall } from "../../domain/events/recall";
import { spanOf } from "../../domain/events/times";
import { Link } from "../../ui/link";

interface Props {
  events: SavedEvent[];
  now: Date;
}

/** Offer to recall the people of the first of these events of whom some were not tried yet. */
export function RecallLine({ events, now }: Props) {
  const ripe = events.filter(({ body }) => isMorningAfter(spanOf(body)?.end ?? 0, now));
  const ids = ripe.map(({ id }) => id).join();
  const { value } = useLive(() => firstToRecall(ripe), ["conversation"], [ids]);
  if (!value) return null;
  const { event, count } = value;
  return (
    <aside class="notice">
      <p>
        {nameOf(event)}: try to recall {count === 1 ? "one person" : `${count} people`} before you
        look.
      </p>
      <Link href={`/recall/${event.id}`} class="button primary">
        Recall
      </Link>
    </aside>
  );
}

async function firstToRecall(events: SavedEvent[]) {
  for (const event of events) {
    const { length: count } = toRecall(await cardsOf(event.id));
    if (count > 0) return { event, count };
  }
  return null;
}
