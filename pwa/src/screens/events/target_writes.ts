/** Writes targets: a new one, its fields, and a deletion with undo. */
import type { PickedPerson } from "../../components/person_picker/picked_person";
import type { NamedTarget } from "../../data/events";
import { newId } from "../../data/ids";
import type { TargetRecord } from "../../data/kinds.gen";
import { write } from "../../data/write";
import { showToast } from "../../ui/toast";

/** Set fields of a target; the first write creates it. */
export function setTarget(id: string, set: Partial<TargetRecord>): Promise<void> {
  return write({ kind: "target", id, set });
}

/** Add a known person as a target of an event. */
export async function addTarget(
  event_id: string,
  { person_id, name }: PickedPerson,
): Promise<void> {
  const person_ids = person_id ? [person_id] : [];
  const captured_at = new Date().toISOString();
  await setTarget(newId(), { event_id, person_ids, who: name, captured_at });
}

/** Link a target to the known person whom it means. */
export async function linkTarget(
  { id, body }: NamedTarget,
  { person_id, name }: PickedPerson,
): Promise<void> {
  if (!person_id) return;
  const { person_ids, who } = body;
  await setTarget(id, { person_ids: [person_id], who: name });
  showToast(`Linked to ${name}.`, { undo: () => setTarget(id, { person_ids, who }) });
}

/** Delete a target and offer an undo. */
export async function deleteTarget({ id, name }: NamedTarget): Promise<void> {
  await write({ kind: "target", id, action: "delete" });
  showToast(`${name || "This person"} is off the list.`, {
    undo: () => write({ kind: "target", id, action: "restore" }),
  });
}
