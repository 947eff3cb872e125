/** The end of a recall: how many came back, and where to go on. */

import { Link } from "../../ui/link";
import type { EventToRecall } from "./recall_query";

/** Say what the recall came to. */
export function Recalled({ event, cards }: EventToRecall) {
  const count = cards.filter(({ card }) => card.body.recalled.trim() !== "").length;
  return (
    <section class="stack" role="status">
      <p class="recall_count">
        {count} of {cards.length} came back
      </p>
      <p class="soft">
        What you recalled stands on each card beside your first note, marked as recalled.
      </p>
      <div class="actions">
        <Link href="/follow-ups" class="button primary">
          See what is owed
        </Link>
        <Link href={`/events/${event.id}`} class="button">
          Back to the event
        </Link>
      </div>
    </section>
  );
}
