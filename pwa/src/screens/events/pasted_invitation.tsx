/** An invitation pasted or typed: an event begins to exist with it, and shows what was understood. */
import { useRef, useState } from "preact/hooks";
import { eventTimesText } from "../../components/event/event_times";
import { newId } from "../../data/ids";
import { write } from "../../data/write";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import type { Invitation } from "./invitation";

/** Take an invitation in, kept at each keystroke; its fields are corrected on the event's page. */
export function PastedInvitation() {
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
    const { readInvitationHere } = await import("./invitation_here");
    const invitation = readInvitationHere(text);
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
      <div role="status">{read && <Understood id={id} read={read} />}</div>
    </div>
  );
}

function Understood({ id, read }: { id: string; read: Invitation }) {
  const parts = [read.name, eventTimesText(read, new Date()), read.place, read.link].filter(
    Boolean,
  );
  return (
    <div class="notice">
      <p>
        {parts.length > 0
          ? `Understood: ${parts.join(" · ")}. The whole text is kept in the notes.`
          : "Kept in the notes of a new event; name and time are yours to add."}
      </p>
      <Link href={`/events/${id}`} class="button">
        <Icon name="event" />
        Open the event
      </Link>
    </div>
  );
}
