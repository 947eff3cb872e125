/** Stores a draft as it is typed, and logs that it was sent. */

import { logContact } from "../../components/contact_log/contact";
import type { Undo } from "../../data/note_records";
import type { Saved } from "../../data/queries";
import { write } from "../../data/write";

type Person = Saved<"person">;

/** Store a message as it is typed, until it is sent. */
export function saveDraft({ id }: Person, draft: string): Promise<void> {
  return write({ kind: "person", id, set: { draft } });
}

/**
 * Log that the user wrote to a person, and delete the draft.
 *
 * @returns what undoes both
 */
export async function logSent(person: Person, now: Date): Promise<Undo> {
  const happened_at = now.toISOString();
  const undoLog = await logContact([person.id], {
    channel: "message",
    begun_by: "me",
    happened_at,
  });
  await saveDraft(person, "");
  return async () => {
    await undoLog();
    await saveDraft(person, person.body.draft);
  };
}
