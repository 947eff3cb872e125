/** The fields of an event, described for the inline editor. */
import { type SavedEvent, setEvent } from "../../components/event/event_writes";
import type { Field } from "../../components/inline_edit/field_editor";
import { exactMomentText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";

type TextField = "name" | "place" | "series" | "link";
type TimeField = "starts_at" | "ends_at";

const labels: Record<TextField | TimeField, string> = {
  name: "name",
  place: "place",
  series: "series",
  link: "link",
  starts_at: "start",
  ends_at: "end",
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

/** Return the notes of an event as a field. */
export function eventNotesField(event: SavedEvent): Field {
  const save = (notes: string) => setEvent(event, { notes });
  return { name: "notes", label: "notes", kind: "text", value: event.body.notes, save };
}

function localMinute(moment: Date): string {
  const two = (number: number) => `${number}`.padStart(2, "0");
  return `${localDay(moment)}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
