/** Adds an event: by hand, from a pasted invitation, or from a calendar file. */

import { useRef, useState } from "preact/hooks";
import { newId } from "../../data/ids";
import { write } from "../../data/write";
import { eventTimesText } from "../../domain/events/times";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { useTitle } from "../../ui/router";
import { CalendarImport } from "./calendar_import";
import type { Invitation } from "./invitation";

/** Show the ways to add an event. */
export function AddEvent() {
  useTitle("Add an event");
  return (
    <div class="stack event_page">
      <Link href="/events" class="button quiet icon_only back" aria-label="Back to events">
        <Icon name="back" />
      </Link>
      <h1>Add an event</h1>
      <Link href={`/events/${newId()}?new`} class="button primary">
        <Icon name="edit" />
        Enter it by hand
      </Link>
      <PastedInvitation />
      <CalendarImport />
    </div>
  );
}

/** The event is stored from the first letter on; its fields are corrected on its own page. */
function PastedInvitation() {
  const [id] = useState(newId);
  const [read, setRead] = useState<Invitation>();
  const latest = useRef("");
  const type = async (text: string) => {
    latest.current = text;
    if (!text.trim()) {
      setRead(undefined);
      return write({ kind: "event", id, action: "delete" });
    }
    await write({ kind: "event", id, set: { notes: text } });
    const { readInvitationNow } = await import("./invitation");
    const invitation = readInvitationNow(text);
    if (latest.current !== text) return;
    setRead(invitation);
    await write({ kind: "event", id, set: invitation });
  };
  return (
    <div class="field">
      <label for="invitation">From an invitation</label>
      <textarea
        id="invitation"
        rows={3}
        placeholder="Paste the text or the link"
        autocomplete="off"
        onInput={(event) => type(event.currentTarget.value)}
      />
      <div role="status">{read && <ReadInvitation id={id} read={read} />}</div>
    </div>
  );
}

function ReadInvitation({ id, read }: { id: string; read: Invitation }) {
  const parts = [read.name, eventTimesText(read, new Date()), read.place, read.link].filter(
    Boolean,
  );
  return (
    <div class="notice">
      <p>
        {parts.length > 0
          ? `Got it: ${parts.join(" · ")}. The full text is in the notes.`
          : "Saved in the notes of a new event. Add its name and time yourself."}
      </p>
      <Link href={`/events/${id}`} class="button">
        <Icon name="event" />
        Open the event
      </Link>
    </div>
  );
}
