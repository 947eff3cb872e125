/** What events that are over still ask for: people to recall, and what is not safe yet. */

import { nameOf, type SavedEvent } from "../../components/event/event_writes";
import { ReceiptLine } from "../../components/event/receipt_line";
import { receiptFor } from "../../data/events";
import { useLive } from "../../data/live";
import { eventsPast } from "../../domain/events/on";
import { isReceiptDue } from "../../domain/events/receipt";
import { spanOf } from "../../domain/events/times";
import { Link } from "../../ui/link";
import { RecallLine } from "./recall_line";

interface Props {
  events: SavedEvent[];
  now: Date;
}

/** Events before these few have had their receipt; whatever waits is also counted at the top. */
const LOOKED_AT_COUNT = 3;

/** Show what is still of interest of the latest events. */
export function AfterEvents({ events, now }: Props) {
  const latest = eventsPast(events, now).slice(0, LOOKED_AT_COUNT);
  return (
    <>
      <RecallLine events={latest} now={now} />
      {latest.map((event) => (
        <ReceiptOf key={event.id} event={event} now={now} />
      ))}
    </>
  );
}

function ReceiptOf({ event, now }: { event: SavedEvent; now: Date }) {
  const { value } = useLive(
    () => receiptFor(event.id),
    ["conversation", "outbox", "person", "follow_up", "problem"],
    [event.id],
  );
  const ended = spanOf(event.body)?.end ?? 0;
  if (!value || !isReceiptDue(value, ended, now)) return null;
  return (
    <section class="after_event" aria-label={`After ${nameOf(event)}`}>
      <p class="small soft">
        After <Link href={`/events/${event.id}`}>{nameOf(event)}</Link>
      </p>
      <ReceiptLine receipt={value} />
    </section>
  );
}
