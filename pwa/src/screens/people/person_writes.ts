/** Writes changes of a person: fields, and a deletion with undo. */

import type { PersonRecord } from "../../data/kinds.gen";
import { nameOf } from "../../data/names";
import { type Write, write } from "../../data/write";
import { showToast } from "../../ui/toast";
import type { SavedPerson, WholePerson } from "./person_query";

/** Set fields of a person; a new person is stored with the first of them. */
export function setPerson(person: SavedPerson, set: Partial<PersonRecord>): Promise<void> {
  const { id, seq, body } = person;
  const captured = seq === 0 && !body.captured_at ? { captured_at: new Date().toISOString() } : {};
  return write({ kind: "person", id, set: { ...set, ...captured } });
}

/** Delete a person, with undo; the conversations stay and keep the name. */
export async function deletePerson({ person, conversations }: WholePerson): Promise<void> {
  const { id } = person;
  const who = nameOf(person.body);
  const naming = conversations
    .filter(({ body }) => !body.who && body.person_ids.length === 1)
    .map((one): Write => ({ kind: "conversation", id: one.id, set: { who } }));
  await write({ kind: "person", id, action: "delete" }, ...naming);
  showToast(`${who} was deleted.`, {
    undo: () => write({ kind: "person", id, action: "restore" }),
  });
}
