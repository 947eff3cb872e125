/** The reasons for which the server refuses a change of a record, in words. */

import { fieldLabel } from "../../data/field_words";
import type { Refused } from "../../data/types";

const fieldReasons: Record<string, string> = {
  too_long: "is too long",
  invalid_text: "has characters that can’t be stored",
  invalid_value: "isn’t a valid value",
  server_only: "can only be set by the server",
  too_deep: "is nested too deeply",
};

const changeReasons: Partial<Record<Refused["code"], string>> = {
  edited_since: "it was edited on another device, so it wasn’t deleted",
  purged: "it was removed for good on another device",
  no_record: "the server doesn’t have it",
  wrong_kind: "the server has it as another kind of record",
  too_large: "it is too large",
};

/** Return one sentence on why a change was refused, field by field where the server named fields. */
export function refusalText({ code, fields }: Refused, kind: string): string {
  const named = Object.entries(fields).map(
    ([field, why]) => `${fieldLabel(kind, field)} ${fieldReasons[why] ?? "wasn’t accepted"}`,
  );
  const why = named.length > 0 ? named.join(", ") : (changeReasons[code] ?? fieldReasons[code]);
  return `The server didn’t accept this change: ${why ?? "it gave no reason"}.`;
}
