/** The fields of an event, described for the inline editor. */
import { type SavedEvent, setEvent } from "../../components/event/event_writes";
import type { Field } from "../../components/inline_edit/field_editor";
import type { EventRecord } from "../../data/kinds.gen";
import { exactMomentText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { plannedMoments } from "../../domain/events/times";

type TextField = "name" | "place" | "series" | "link";
type TimeField = "starts_at" | "ends_at";
type DayField = "starts_on" | "ends_on";

const labels: Record<TextField | TimeField | DayField, string> = {
  name: "name",
  place: "place",
  series: "series",
  link: "link",
  starts_at: "start",
  ends_at: "end",
  starts_on: "first day",
  ends_on: "last day",
};

/** Return a one-line field of an event. */
export function eventTextField(event: SavedEvent, name: TextField): Field {
  return {
    name,
    label: labels[name],
    kind: name === "link" ? "url" : "line",
    value: event.body[name],
    save: (value) => setEvent(event, { [name]: value }),
  };
}

/** Return the start or end of an event as a field; an incomplete time is not saved. */
export function eventTimeField(event: SavedEvent, name: TimeField): Field {
  const at = event.body[name];
  return {
    name,
    label: labels[name],
    kind: "datetime-local",
    value: at ? localMinute(new Date(at)) : "",
    ...(at ? { exactly: exactMomentText(at) } : {}),
    save: (minute) => setEvent(event, { [name]: minute ? new Date(minute).toISOString() : null }),
  };
}

/** Return the first or last day of an event of whole days as a field; without a first day it has no date. */
export function eventDayField(event: SavedEvent, name: DayField): Field {
  const day = event.body[name] ?? "";
  return {
    name,
    label: labels[name],
    kind: "date",
    value: day,
    save: (typed) => setEvent(event, daysSet(event, { [name]: typed || null })),
  };
}

/** The midnights go with the days, for apps that know only moments. */
function daysSet({ body }: SavedEvent, set: Partial<EventRecord>): Partial<EventRecord> {
  const { starts_on, ends_on } = { ...body, ...set };
  if (!starts_on) return { starts_on: null, ends_on: null, starts_at: null, ends_at: null };
  return { ...set, ...plannedMoments({ starts_on, ends_on, starts_at: null, ends_at: null }) };
}

/** Return the notes of an event as a field. */
export function eventNotesField(event: SavedEvent): Field {
  const save = (notes: string) => setEvent(event, { notes });
  return { name: "notes", label: "notes", kind: "text", value: event.body.notes, save };
}

function localMinute(moment: Date): string {
  const two = (number: number) => `${number}`.padStart(2, "0");
  return `${localDay(moment)}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
