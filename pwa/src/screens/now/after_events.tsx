/** What past events still need: people to recall, and notes to sync. */

import { eventName, type SavedEvent } from "../../components/event/event_writes";
import { ReceiptLine } from "../../components/event/receipt_line";
import { cardsOf, receiptFor } from "../../data/events";
import { useLive } from "../../data/live";
import { eventsPast } from "../../domain/events/on";
import { isMorningAfter, toRecall } from "../../domain/events/recall";
import { isReceiptDue } from "../../domain/events/receipt";
import { spanOf } from "../../domain/events/times";
import { Link } from "../../ui/link";

interface Props {
  events: SavedEvent[];
  now: Date;
}

/** Older events had their receipt; unsynced changes are also counted at the top of every screen. */
const EVENT_COUNT = 3;

/** Show what the latest events still need. */
export function AfterEvents({ events, now }: Props) {
  const latest = eventsPast(events, now).slice(0, EVENT_COUNT);
  return (
    <>
      <RecallNotice events={latest} now={now} />
      {latest.map((event) => (
        <EventReceipt key={event.id} event={event} now={now} />
      ))}
    </>
  );
}

function EventReceipt({ event, now }: { event: SavedEvent; now: Date }) {
  const { value } = useLive(
    () => receiptFor(event.id),
    ["conversation", "outbox", "person", "follow_up", "problem"],
    [event.id],
  );
  const ended = spanOf(event.body)?.end ?? 0;
  if (!value || !isReceiptDue(value, ended, now)) return null;
  return (
    <section class="after_event" aria-label={`After ${eventName(event)}`}>
      <p class="small soft">
        After <Link href={`/events/${event.id}`}>{eventName(event)}</Link>
      </p>
      <ReceiptLine receipt={value} />
    </section>
  );
}

interface Props {
  events: SavedEvent[];
  now: Date;
}

/** Shows the first of these events with people who were not recalled yet. */
function RecallNotice({ events, now }: Props) {
  const due = events.filter(({ body }) => isMorningAfter(spanOf(body)?.end ?? 0, now));
  const ids = due.map(({ id }) => id).join();
  const { value } = useLive(() => firstToRecall(due), ["conversation"], [ids]);
  if (!value) return null;
  const { event, count } = value;
  return (
    <aside class="notice">
      <p>
        {eventName(event)}: try to recall {count === 1 ? "one person" : `${count} people`} before
        you look at your notes.
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
