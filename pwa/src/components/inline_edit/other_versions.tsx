/** Other versions of a field, set on another device at the same time, and the choice between them. */

import { fieldLabel } from "../../data/field_words";
import type { Kind } from "../../data/kinds.gen";
import { type Write, write } from "../../data/write";

interface RecordWithVersions {
  kind: Kind;
  id: string;
  body: object;
  kept: Record<string, { seq: number; value?: unknown; two_versions?: true }[]>;
}

/** Show, for each field that two devices set at once, buttons that keep this version or use another one. */
export function OtherVersions({ record }: { record: RecordWithVersions }) {
  const values = record.body as Record<string, unknown>;
  const choose = (field: string, value: unknown) =>
    write({ kind: record.kind, id: record.id, set: { [field]: value } } as Write);
  return (
    <>
      {Object.entries(record.kept).map(([field, entries]) => (
        <div key={field} class="notice other_versions" role="note">
          <p>
            {conflictText(
              fieldLabel(record.kind, field),
              entries.some((entry) => entry.two_versions),
            )}
          </p>
          <button type="button" class="button" onClick={() => choose(field, values[field])}>
            Keep it as it is
          </button>
          {entries
            .filter((entry) => entry.value !== undefined)
            .map(({ seq, value }) => (
              <button type="button" key={seq} class="button" onClick={() => choose(field, value)}>
                Use “{shortText(value)}”
              </button>
            ))}
        </div>
      ))}
    </>
  );
}

function conflictText(label: string, holdsTwo: boolean): string {
  return holdsTwo
    ? `Two devices changed the same part of ${label}, so it holds both versions. Edit it, or keep it as it is.`
    : `Another device changed ${label} too.`;
}

function shortText(value: unknown): string {
  const text = Array.isArray(value) ? value.join(", ") : String(value ?? "nothing");
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
