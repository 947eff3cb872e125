/** The notes on a record that need a decision: a change that was refused, and versions of other devices. */
import type { Kind } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import { dropRefused, type Write, write } from "../../data/write";
import { showToast } from "../../ui/toast";
import { OtherVersions } from "./other_versions";
import { refusalText } from "./refusal_words";

type AnyRecord = Saved<Kind>;

/** Show what needs a decision on this record, or nothing. */
export function RecordNotes({ record }: { record: AnyRecord }) {
  return (
    <>
      {record.refused && <RefusedNote record={record} refused={record.refused} />}
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
