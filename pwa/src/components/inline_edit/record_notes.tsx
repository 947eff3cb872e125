/** The notes on a record that need a decision: a change that was refused, and versions of other devices. */

import type { Kind } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import type { Refused } from "../../data/types";
import { fieldLabel } from "../../data/words";
import { dropRefused, type Write, write } from "../../data/write";
import { ownValue } from "../../domain/own_value";
import { showToast } from "../../ui/toast";
import { isHeldBack } from "./unsynced_mark";

type AnyRecord = Saved<Kind>;

/** Show what needs a decision on this record, or nothing; what only waits for room needs none. */
export function RecordNotes({ record }: { record: AnyRecord }) {
  return (
    <>
      {record.refused && !isHeldBack(record.refused) && (
        <RefusedNote record={record} refused={record.refused} />
      )}
      <OtherVersions record={record} />
    </>
  );
}

interface RefusedNoteProps {
  record: AnyRecord;
  refused: NonNullable<AnyRecord["refused"]>;
}

function RefusedNote({ record, refused }: RefusedNoteProps) {
  const fix = (event: MouseEvent) => {
    const [field = ""] = [...Object.keys(refused.fields), ...Object.keys(refused.set)];
    const whole = (event.currentTarget as HTMLElement).closest("[data-record]");
    whole?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"] button`)?.click();
  };
  const discard = async () => {
    await dropRefused(record.kind, record.id);
    const again = { kind: record.kind, id: record.id, set: refused.set } as Write;
    showToast("Change discarded.", { undo: () => write(again) });
  };
  return (
    <div class="notice warning" role="note">
      <p>{refusalText(refused, record.kind)} What you typed is on this device only.</p>
      <button type="button" class="button" onClick={fix}>
        Fix it
      </button>
      <button type="button" class="button" onClick={discard}>
        Discard it
      </button>
    </div>
  );
}

/** Show, for each field that two devices set at once, buttons that keep this version or use another one. */
function OtherVersions({ record }: { record: AnyRecord }) {
  const values: Record<string, unknown> = { ...record.body };
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
          <button
            type="button"
            class="button"
            onClick={() => choose(field, ownValue(values, field))}
          >
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

const fieldReasons: Record<string, string> = {
  too_long: "is too long",
  invalid_text: "has characters that can't be stored",
  invalid_value: "isn't a valid value",
  server_only: "can only be set by the server",
  too_deep: "is nested too deeply",
};

const changeReasons: Partial<Record<Refused["code"], string>> = {
  edited_since: "it was edited on another device, so it wasn't deleted",
  purged: "it was removed for good on another device",
  no_record: "the server doesn't have it",
  wrong_kind: "the server has it as another kind of record",
  too_large: "it is too large",
};

/** Return one sentence on why a change was refused, field by field where the server named fields. */
export function refusalText({ code, fields }: Refused, kind: string): string {
  const named = Object.entries(fields).map(
    ([field, why]) =>
      `${fieldLabel(kind, field)} ${ownValue(fieldReasons, why) ?? "wasn't accepted"}`,
  );
  const why =
    named.length > 0
      ? named.join(", ")
      : (ownValue(changeReasons, code) ?? ownValue(fieldReasons, code));
  return `The server didn't accept this change: ${why ?? "it gave no reason"}.`;
}
