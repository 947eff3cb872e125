/** One event, read live from this device, or a message where there is none. */
import { useLive } from "../../data/live";
import { blankRecord } from "../../data/queries";
import { Empty } from "../../ui/empty";
import { Gone, RecordDetail } from "../../ui/list_and_detail";
import { EventPage } from "./event_page";
import { type EventDetails, eventTopics, readEventDetails } from "./event_query";

interface Props {
  id: string;
  isNew: boolean;
}

/** Show the event with this id; a new one is blank until something is typed. */
export function EventDetail({ id, isNew }: Props) {
  const read = useLive(() => readEventDetails(id), eventTopics, [id]);
  return (
    <RecordDetail
      read={read}
      blank={isNew ? blankEvent(id) : undefined}
      path={`/events/${id}`}
      gone={<EventGone />}
    >
      {(details) => <EventPage details={details} isNew={isNew} />}
    </RecordDetail>
  );
}

/** Show what to do while no event is chosen. */
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

function blankEvent(id: string): EventDetails {
  const event = blankRecord("event", id);
  return { event, targets: [], cards: [], receipt: { count: 0, waiting: 0 } };
}
