/** The fields of an event as the editor in place takes them. */
import { type SavedEvent, setEvent } from "../../components/event/event_writes";
import type { Field } from "../../components/inline_edit/field_editor";
import { exactMomentText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";

type OneLine = "name" | "place" | "series" | "link";
type OneMoment = "starts_at" | "ends_at";

const labels: Record<OneLine | OneMoment, string> = {
  name: "name",
  place: "place",
  series: "series",
  link: "link",
  starts_at: "start",
  ends_at: "end",
};

/** Give a line of an event as a field. */
export function lineField(event: SavedEvent, name: OneLine): Field {
  return {
    name,
    label: labels[name],
    kind: name === "link" ? "url" : "line",
    value: event.body[name],
    save: (value) => setEvent(event, { [name]: value }),
  };
}

/** Give the start or the end of an event as a field; a half-typed moment changes nothing. */
export function momentField(event: SavedEvent, name: OneMoment): Field {
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

/** Give the notes of an event as a field. */
export function notesField(event: SavedEvent): Field {
  const save = (notes: string) => setEvent(event, { notes });
  return { name: "notes", label: "notes", kind: "text", value: event.body.notes, save };
}

function localMinute(moment: Date): string {
  const two = (number: number) => `${number}`.padStart(2, "0");
  return `${localDay(moment)}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
