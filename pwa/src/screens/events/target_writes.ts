/** What changes a target: a new one, its fields, and a deletion that can be taken back. */
import type { PickedPerson } from "../../components/person_picker/picked_person";
import type { Wanted } from "../../data/events";
import { newId } from "../../data/ids";
import type { TargetRecord } from "../../data/kinds.gen";
import { write } from "../../data/write";
import { showToast } from "../../ui/toast";

/** Set fields of a target; a new one begins to exist with the first of them. */
export function setTarget(id: string, set: Partial<TargetRecord>): Promise<void> {
  return write({ kind: "target", id, set });
}

/** Make a target of a known person. */
export async function addTarget(
  event_id: string,
  { person_id, name }: PickedPerson,
): Promise<void> {
  const person_ids = person_id ? [person_id] : [];
  const captured_at = new Date().toISOString();
  await setTarget(newId(), { event_id, person_ids, who: name, captured_at });
}

/** Say which known person a target means. */
export async function linkTarget(
  { id, body }: Wanted,
  { person_id, name }: PickedPerson,
): Promise<void> {
  if (!person_id) return;
  const { person_ids, who } = body;
  await setTarget(id, { person_ids: [person_id], who: name });
  showToast(`${name} it is.`, { undo: () => setTarget(id, { person_ids, who }) });
}

/** Delete a target and offer to take it back. */
export async function deleteTarget({ id, name }: Wanted): Promise<void> {
  await write({ kind: "target", id, action: "delete" });
  showToast(`${name || "The target"} is off the list.`, {
    undo: () => write({ kind: "target", id, action: "restore" }),
  });
}
