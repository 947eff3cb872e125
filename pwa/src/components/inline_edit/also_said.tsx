/** Values that another device said of the same field, and the choice between them. */

import { fieldLabel } from "../../data/field_words";
import type { Kind } from "../../data/kinds.gen";
import { type Write, write } from "../../data/write";

interface Contested {
  kind: Kind;
  id: string;
  body: object;
  kept: Record<string, { seq: number; value?: unknown; two_versions?: true }[]>;
}

/** Offer, for each field that two devices set at once, to keep what stands or to take the other. */
export function AlsoSaid({ record }: { record: Contested }) {
  const values = record.body as Record<string, unknown>;
  const settle = (field: string, value: unknown) =>
    write({ kind: record.kind, id: record.id, set: { [field]: value } } as Write);
  return (
    <>
      {Object.entries(record.kept).map(([field, entries]) => (
        <div key={field} class="notice also_said" role="note">
          <p>
            {sayContest(
              fieldLabel(record.kind, field),
              entries.some((entry) => entry.two_versions),
            )}
          </p>
          <button type="button" class="button" onClick={() => settle(field, values[field])}>
            Leave it as it stands
          </button>
          {entries
            .filter((entry) => entry.value !== undefined)
            .map(({ seq, value }) => (
              <button type="button" key={seq} class="button" onClick={() => settle(field, value)}>
                Take “{sayValue(value)}”
              </button>
            ))}
        </div>
      ))}
    </>
  );
}

function sayContest(said: string, holdsTwo: boolean): string {
  return holdsTwo
    ? `Two devices wrote at the same place of ${said}, and both versions stand there. Tidy them, or leave them.`
    : `Another device also said something else for ${said}.`;
}

function sayValue(value: unknown): string {
  const text = Array.isArray(value) ? value.join(", ") : String(value ?? "nothing");
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
