/** What a record has to say of itself: a change that was refused, and values that other devices said. */
import type { Kind } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import { dropRefused, type Write, write } from "../../data/write";
import { showToast } from "../../ui/toast";
import { AlsoSaid } from "./also_said";
import { refusalText } from "./refusal_words";

type AnyRecord = Saved<Kind>;

/** Show what waits for a decision on this record, or nothing. */
export function RecordNotes({ record }: { record: AnyRecord }) {
  return (
    <>
      {record.refused && <RefusedNote record={record} refused={record.refused} />}
      <AlsoSaid record={record} />
    </>
  );
}

interface RefusedNoteProps {
  record: AnyRecord;
  refused: NonNullable<AnyRecord["refused"]>;
}

function RefusedNote({ record, refused }: RefusedNoteProps) {
  const mend = (event: MouseEvent) => {
    const [field = ""] = [...Object.keys(refused.fields), ...Object.keys(refused.set)];
    const around = (event.currentTarget as HTMLElement).closest("[data-record]");
    around?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"] button`)?.click();
  };
  const drop = async () => {
    await dropRefused(record.kind, record.id);
    const again = { kind: record.kind, id: record.id, set: refused.set } as Write;
    showToast("The change is dropped.", { undo: () => write(again) });
  };
  return (
    <div class="notice warning" role="note">
      <p>{refusalText(refused, record.kind)} What you typed stands here, on this device only.</p>
      <button type="button" class="button" onClick={mend}>
        Mend it
      </button>
      <button type="button" class="button" onClick={drop}>
        Drop it
      </button>
    </div>
  );
}
