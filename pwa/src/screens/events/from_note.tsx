/** Turns a note into an event, for what another app shared. */
import { useEffect } from "preact/hooks";
import { newId } from "../../data/ids";
import { find } from "../../data/queries";
import { write } from "../../data/write";
import { Skeleton } from "../../ui/empty";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";

/** Turn the note with this id into an event, and go to it. */
export function FromNote({ id }: { id: string }) {
  useEffect(() => void makeEvent(id), [id]);
  return <Skeleton />;
}

async function makeEvent(noteId: string): Promise<void> {
  const note = await find("conversation", noteId);
  if (!note) return go("/events", { replace: true });
  const id = newId();
  const { readInvitationNow } = await import("./invitation");
  const read = readInvitationNow(note.body.notes);
  await write(
    { kind: "event", id, set: read },
    { kind: "conversation", id: noteId, action: "delete" },
  );
  go(`/events/${id}`, { replace: true });
  const undo = async () => {
    await write(
      { kind: "event", id, action: "delete" },
      { kind: "conversation", id: noteId, action: "restore" },
    );
    go(`/note/${noteId}`, { replace: true });
  };
  showToast("Your note is now an event.", { undo });
}
