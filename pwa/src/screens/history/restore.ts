/** Restores an earlier value or a deleted record, as an ordinary change with undo. */

import type { Kind } from "../../data/kinds.gen";
import { find } from "../../data/queries";
import type { Body } from "../../data/types";
import { fieldLabel } from "../../data/words";
import { type Write, write } from "../../data/write";
import { ownValue } from "../../domain/own_value";
import { showToast } from "../../ui/toast";
import { recordText } from "./history_words";

interface RecordKey {
  kind: Kind;
  id: string;
}

/** Set a field to an earlier value, with undo. */
export async function restoreValue(key: RecordKey, field: string, value: unknown): Promise<void> {
  const body: Body = { ...(await find(key.kind, key.id))?.body };
  const set = (to: unknown) => write({ ...key, set: { [field]: to ?? null } } as Write);
  await set(value);
  showToast(`Restored: ${fieldLabel(key.kind, field)}.`, {
    undo: () => set(ownValue(body, field)),
  });
}

/** Restore a deleted record with all its fields, with undo. */
export async function restoreRecord(key: RecordKey, body: Body): Promise<void> {
  await write({ ...key, set: body } as Write);
  showToast(`Restored: ${recordText(body)}.`, { undo: () => write({ ...key, action: "delete" }) });
}
