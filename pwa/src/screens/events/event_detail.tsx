/** One event, read from this device and kept up to date. */
import { useLive } from "../../data/live";
import { blankRecord } from "../../data/queries";
import { Empty } from "../../ui/empty";
import { Gone, RecordDetail } from "../../ui/list_and_detail";
import { EventPage } from "./event_page";
import { topics, type WholeEvent, wholeEvent } from "./event_query";

interface Props {
  id: string;
  isNew: boolean;
}

/** Show the event with this id; a new one is blank until the first letter. */
export function EventDetail({ id, isNew }: Props) {
  const read = useLive(() => wholeEvent(id), topics, [id]);
  return (
    <RecordDetail
      read={read}
      blank={isNew ? blankEvent(id) : undefined}
      path={`/events/${id}`}
      gone={<EventGone />}
    >
      {(whole) => <EventPage whole={whole} isNew={isNew} />}
    </RecordDetail>
  );
}

/** Show what the empty half of a large screen is for. */
export function NoEventChosen() {
  return (
    <Empty title="Choose an event">
      <p class="soft">
        <kbd>j</kbd> and <kbd>k</kbd> move through the list, <kbd>n</kbd> adds an event.
      </p>
    </Empty>
  );
}

/** Show that there is no such event. */
export function EventGone() {
  return <Gone what="event" all={{ href: "/events", words: "All events" }} />;
}

function blankEvent(id: string): WholeEvent {
  const event = blankRecord("event", id);
  return { event, targets: [], cards: [], receipt: { count: 0, waiting: 0 } };
}
