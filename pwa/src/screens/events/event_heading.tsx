/** What an event is called, when and where it is, each part to be edited where it stands. */
import type { SavedEvent } from "../../components/event/event_writes";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { dayText, timeText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { contactLink } from "../../domain/vcard/contact_link";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { lineField, momentField } from "./event_fields";

/** Show the head of an event's page. */
export function EventHeading({ event, isNew }: { event: SavedEvent; isNew: boolean }) {
  const { name, starts_at, ends_at, place, series } = event.body;
  return (
    <header class="event_heading">
      <Link href="/events" class="button quiet icon_only back" aria-label="Back to the events">
        <Icon name="back" />
      </Link>
      <InlineEdit field={lineField(event, "name")} startsOpen={isNew}>
        <h1>
          {name}
          <UnsyncedMark mark={unsyncedMarkOf(event)} />
        </h1>
      </InlineEdit>
      <div class="event_when">
        <InlineEdit field={momentField(event, "starts_at")}>
          <time dateTime={starts_at ?? ""}>{starts_at && sayBegin(starts_at)}</time>
        </InlineEdit>
        {ends_at && <span class="soft">until</span>}
        <InlineEdit field={momentField(event, "ends_at")}>
          <time dateTime={ends_at ?? ""}>{ends_at && sayEnd(starts_at, ends_at)}</time>
        </InlineEdit>
      </div>
      <div class="event_where">
        <InlineEdit field={lineField(event, "place")}>
          <span>{place}</span>
        </InlineEdit>
        <InlineEdit field={lineField(event, "link")}>
          <WebLink typed={event.body.link} />
        </InlineEdit>
        <InlineEdit field={lineField(event, "series")}>
          <span class="badge">{series}</span>
        </InlineEdit>
      </div>
    </header>
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

function sayBegin(at: string): string {
  const moment = new Date(at);
  return `${dayText(localDay(moment), localDay(new Date()))}, ${timeText(moment)}`;
}

function sayEnd(starts_at: string | null, at: string): string {
  const moment = new Date(at);
  const isSameDay = starts_at && localDay(new Date(starts_at)) === localDay(moment);
  return isSameDay ? timeText(moment) : sayBegin(at);
}
