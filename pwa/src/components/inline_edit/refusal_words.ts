/** Says why the server would not take a change of a record. */

import { fieldLabel } from "../../data/field_words";
import type { Refused } from "../../data/types";

const reasons: Record<string, string> = {
  too_long: "is too long",
  invalid_text: "holds characters that cannot be stored",
  invalid_value: "is not something that can stand there",
  server_only: "is set by the server only",
  too_deep: "is nested too deeply",
};

const wholes: Partial<Record<Refused["code"], string>> = {
  edited_since: "it was edited on another device meanwhile, so it was not deleted",
  purged: "it was removed for good on another device",
  no_record: "the server does not have it",
  wrong_kind: "the server knows it as something else",
  too_large: "it is too large",
};

/** Say in one sentence why a change was refused, field by field where the server told. */
export function refusalText({ code, fields }: Refused, kind: string): string {
  const named = Object.entries(fields).map(
    ([field, why]) => `${fieldLabel(kind, field)} ${reasons[why] ?? "was not accepted"}`,
  );
  const why = named.length > 0 ? named.join(", ") : (wholes[code] ?? reasons[code]);
  return `The server did not take this change: ${why ?? "it gave no reason that we know"}.`;
}
