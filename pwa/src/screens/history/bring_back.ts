/** Brings back what a record said or was, as an ordinary change that can be undone. */
import { fieldLabel } from "../../data/field_words";
import type { Kind } from "../../data/kinds.gen";
import { find } from "../../data/queries";
import type { Body } from "../../data/types";
import { type Write, write } from "../../data/write";
import { showToast } from "../../ui/toast";
import { recordText } from "./history_words";

interface Place {
  kind: Kind;
  id: string;
}

/** Set a field to what it said before, and offer to undo that. */
export async function bringBackValue(place: Place, field: string, value: unknown): Promise<void> {
  const body: Body = { ...(await find(place.kind, place.id))?.body };
  const set = (to: unknown) => write({ ...place, set: { [field]: to ?? null } } as Write);
  await set(value);
  showToast(`Brought back: ${fieldLabel(place.kind, field)}.`, { undo: () => set(body[field]) });
}

/** Bring a deleted record back with all that it held, and offer to undo that. */
export async function bringBackRecord(place: Place, body: Body): Promise<void> {
  await write({ ...place, set: body } as Write);
  showToast(`${recordText(body)} is back.`, { undo: () => write({ ...place, action: "delete" }) });
}
