/** One event, read from this device and kept up to date. */
import { useEffect } from "preact/hooks";
import { useLive } from "../../data/live";
import { blankRecord } from "../../data/queries";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";
import { go } from "../../ui/router";
import { EventPage } from "./event_page";
import { topics, type WholeEvent, wholeEvent } from "./event_query";

interface Props {
  id: string;
  isNew: boolean;
}

/** Show the event with this id; a new one is blank until the first letter. */
export function EventDetail({ id, isNew }: Props) {
  const { value, error } = useLive(() => wholeEvent(id), topics, [id]);
  useEffect(() => {
    if (value && isNew) go(`/events/${id}`, { replace: true });
  }, [value, isNew]);
  const whole = value ?? (isNew ? blank(id) : value);
  if (whole) return <EventPage whole={whole} isNew={isNew} />;
  if (error) return <ReadingFailed />;
  return whole === undefined ? <Skeleton /> : <EventGone />;
}

/** Say what the empty half of the desk is for. */
export function NoEventChosen() {
  return (
    <Empty title="Choose an event">
      <p class="soft">
        <kbd>j</kbd> and <kbd>k</kbd> move through the list, <kbd>n</kbd> adds an event.
      </p>
    </Empty>
  );
}

/** Say that there is no such event. */
export function EventGone() {
  return (
    <Empty title="No such event">
      <p>This event was deleted, or has not reached this device yet.</p>
      <Link class="button" href="/events">
        All events
      </Link>
    </Empty>
  );
}

function blank(id: string): WholeEvent {
  return {
    event: blankRecord("event", id),
    targets: [],
    cards: [],
    receipt: { count: 0, waiting: 0 },
  };
}
