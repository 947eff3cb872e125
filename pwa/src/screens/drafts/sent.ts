/** Keeps a draft as it is typed, and logs that it was sent. */

import { logContact } from "../../components/contact_log/contact";
import type { Undo } from "../../data/note_records";
import type { Saved } from "../../data/queries";
import { write } from "../../data/write";

type Person = Saved<"person">;

/** Keep what is typed, until it is sent. */
export function keepDraft({ id }: Person, draft: string): Promise<void> {
  return write({ kind: "person", id, set: { draft } });
}

/** Log that a message of mine went to a person, and let go of the draft; gives what takes that back. */
export async function logSent(person: Person, now: Date): Promise<Undo> {
  const happened_at = now.toISOString();
  const takeBack = await logContact([person.id], {
    channel: "message",
    begun_by: "me",
    happened_at,
  });
  await keepDraft(person, "");
  return async () => {
    await takeBack();
    await keepDraft(person, person.body.draft);
  };
}
