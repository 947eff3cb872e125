/** The heading of an event's page: name, times and place, each edited inline. */
import { changeEvent, type SavedEvent } from "../../components/event/event_writes";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { dayText, timeText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { contactLink } from "../../domain/vcard/contact_link";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { eventDayField, eventTextField, eventTimeField } from "./event_fields";

/** Show the heading of an event's page. */
export function EventHeading({ event, isNew }: { event: SavedEvent; isNew: boolean }) {
  const { name, place, series } = event.body;
  return (
    <header class="event_heading">
      <Link href="/events" class="button quiet icon_only back" aria-label="Back to events">
        <Icon name="back" />
      </Link>
      <InlineEdit field={eventTextField(event, "name")} startsOpen={isNew}>
        <h1>
          {name}
          <UnsyncedMark mark={unsyncedMarkOf(event)} />
        </h1>
      </InlineEdit>
      {event.body.starts_on ? <Days event={event} /> : <Times event={event} />}
      <div class="event_where">
        <InlineEdit field={eventTextField(event, "place")}>
          <span>{place}</span>
        </InlineEdit>
        <InlineEdit field={eventTextField(event, "link")}>
          <WebLink typed={event.body.link} />
        </InlineEdit>
        <InlineEdit field={eventTextField(event, "series")}>
          <span class="badge">{series}</span>
        </InlineEdit>
      </div>
    </header>
  );
}

function Times({ event }: { event: SavedEvent }) {
  const { starts_at, ends_at } = event.body;
  return (
    <div class="event_when">
      <InlineEdit field={eventTimeField(event, "starts_at")}>
        <time dateTime={starts_at ?? ""}>{starts_at && beginText(starts_at)}</time>
      </InlineEdit>
      {ends_at && <span class="soft">until</span>}
      <InlineEdit field={eventTimeField(event, "ends_at")}>
        <time dateTime={ends_at ?? ""}>{ends_at && endText(starts_at, ends_at)}</time>
      </InlineEdit>
    </div>
  );
}

function Days({ event }: { event: SavedEvent }) {
  const { starts_on, ends_on } = event.body;
  const today = localDay(new Date());
  const isLonger = ends_on && ends_on !== starts_on;
  return (
    <div class="event_when">
      <InlineEdit field={eventDayField(event, "starts_on")}>
        <time dateTime={starts_on ?? ""}>{starts_on && dayText(starts_on, today)}</time>
      </InlineEdit>
      {isLonger && <span class="soft">to</span>}
      {isLonger && (
        <InlineEdit field={eventDayField(event, "ends_on")}>
          <time dateTime={ends_on}>{dayText(ends_on, today)}</time>
        </InlineEdit>
      )}
      <span class="soft">all day</span>
      <button
        type="button"
        class="button quiet"
        onClick={() =>
          changeEvent(event, { starts_on: null, ends_on: null }, "Times can be set now.")
        }
      >
        Set times
      </button>
    </div>
  );
}

function WebLink({ typed }: { typed: string }) {
  const address = contactLink("links", typed);
  if (!address) return <span>{typed}</span>;
  return (
    <a href={address} rel="noreferrer" target="_blank">
      {new URL(address).host}
    </a>
  );
}

function beginText(at: string): string {
  const moment = new Date(at);
  return `${dayText(localDay(moment), localDay(new Date()))}, ${timeText(moment)}`;
}

function endText(starts_at: string | null, at: string): string {
  const moment = new Date(at);
  const isSameDay = starts_at && localDay(new Date(starts_at)) === localDay(moment);
  return isSameDay ? timeText(moment) : beginText(at);
}
