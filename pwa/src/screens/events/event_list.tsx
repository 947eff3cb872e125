/** The list of events, in sections by time or by series. */
import { useState } from "preact/hooks";
import { eventName } from "../../components/event/event_writes";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import type { Saved } from "../../data/queries";
import { isCancelled } from "../../domain/events/on";
import { eventTimesText } from "../../domain/events/times";
import { useNow } from "../../ui/clock";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { type EventOrder, sectionsOf } from "./event_sections";

interface Props {
  events: Saved<"event">[] | undefined;
  failed: boolean;
  currentId: string | undefined;
}

const orders: [EventOrder, string][] = [
  ["time", "By time"],
  ["series", "By series"],
];

/** Show the events, and the link that adds one. */
export function EventList({ events, failed, currentId }: Props) {
  const [order, setOrder] = useState<EventOrder>("time");
  return (
    <div class="stack">
      <ListTitle isInView={currentId === undefined} />
      {events && events.length > 0 && <OrderChoice order={order} choose={setOrder} />}
      {failed && <ReadingFailed />}
      {!events && !failed && <Skeleton />}
      {events?.length === 0 && <NoEventYet />}
      {events && <Sections events={events} order={order} currentId={currentId} />}
    </div>
  );
}

function ListTitle({ isInView }: { isInView: boolean }) {
  return (
    <div class="section_head">
      {isInView && <Title />}
      <h1>Events</h1>
      <Link href="/events/new" class="button quiet icon_only" aria-label="Add an event">
        <Icon name="add" />
      </Link>
    </div>
  );
}

function Title() {
  return null;
}

function OrderChoice({
  order,
  choose,
}: {
  order: EventOrder;
  choose: (order: EventOrder) => void;
}) {
  return (
    <fieldset class="segments event_order">
      <legend class="visually_hidden">Order</legend>
      {orders.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name="event_order"
            checked={order === value}
            onChange={() => choose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

interface SectionsProps {
  events: Saved<"event">[];
  order: EventOrder;
  currentId: string | undefined;
}

function Sections({ events, order, currentId }: SectionsProps) {
  const now = useNow();
  return sectionsOf(events, order, now).map(({ title, events: shown }) => (
    <section key={title} class="stack" aria-label={title}>
      <h2>{title}</h2>
      <ul class="rows">
        {shown.map((event) => (
          <li key={event.id}>
            <EventRow event={event} now={now} isCurrent={event.id === currentId} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

interface EventRowProps {
  event: Saved<"event">;
  now: Date;
  isCurrent: boolean;
}

function EventRow({ event, now, isCurrent }: EventRowProps) {
  const { goal, place } = event.body;
  const where = [eventTimesText(event.body, now), place].filter(Boolean).join(" · ");
  return (
    <Link href={`/events/${event.id}`} class="row" aria-current={isCurrent ? "page" : undefined}>
      <strong>
        {eventName(event)}
        <UnsyncedMark mark={unsyncedMarkOf(event)} />
      </strong>
      <span>
        {isCancelled(event.body) && <b>cancelled · </b>}
        {where || "no date yet"}
      </span>
      {goal && <span>{goal}</span>}
    </Link>
  );
}

function NoEventYet() {
  return (
    <Empty title="No events yet">
      <p class="soft">
        Where will you meet people next? Pick one goal and up to five people to look for.
      </p>
      <Link href="/events/new" class="button primary">
        <Icon name="add" />
        Add an event
      </Link>
    </Empty>
  );
}
