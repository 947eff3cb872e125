/** A note that was shared from another app, made an event with one tap. */
import { useEffect } from "preact/hooks";
import { newId } from "../../data/ids";
import { find } from "../../data/queries";
import { write } from "../../data/write";
import { Skeleton } from "../../ui/empty";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";

/** Make an event of the note with this id, and go there. */
export function FromNote({ id }: { id: string }) {
  useEffect(() => void makeEvent(id), [id]);
  return <Skeleton />;
}

async function makeEvent(noteId: string): Promise<void> {
  const note = await find("conversation", noteId);
  if (!note) return go("/events", { replace: true });
  const id = newId();
  const { readInvitationHere } = await import("./invitation_here");
  const read = readInvitationHere(note.body.notes);
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
  showToast("The note is an event now.", { undo });
}
