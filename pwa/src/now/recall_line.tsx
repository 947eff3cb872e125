/** The way to the recall of an event whose morning after it is. */

import { nameOf, type SavedEvent } from "../at_event/event_writes";
import { isMorningAfter, toRecall } from "../event_rules/recall";
import { spanOf } from "../event_rules/times";
import { cardsOf } from "../records/events";
import { useLive } from "../records/live";
import { Link } from "../ui/link";

/** Offer to recall the people of an event that is over, while some of them were not tried yet. */
export function RecallLine({ event, now }: { event: SavedEvent; now: Date }) {
  const { value: cards } = useLive(() => cardsOf(event.id), ["conversation"], [event.id]);
  const count = toRecall(cards ?? []).length;
  if (count === 0 || !isMorningAfter(spanOf(event.body)?.end ?? 0, now)) return null;
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
