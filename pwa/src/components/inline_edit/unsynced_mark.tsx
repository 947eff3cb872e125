/** The mark of what has not reached the server yet, or was refused there. */
import { Icon } from "../../ui/icons";

export type UnsyncedMarkKind = "refused" | "unsynced" | null;

/** Show the mark beside a record, or nothing where the server has it. */
export function UnsyncedMark({ mark }: { mark: UnsyncedMarkKind }) {
  if (!mark) return null;
  const words = mark === "refused" ? "not accepted by the server" : "not yet synced";
  return (
    <span class={`mark ${mark}`} title={words}>
      <Icon name={mark === "refused" ? "warning" : "waiting"} />
      <span class="visually_hidden"> ({words})</span>
    </span>
  );
}

/** Return whether a record has not reached the server yet, or was refused there. */
export function unsyncedMarkOf(record: {
  refused: object | null;
  unsynced: boolean;
}): UnsyncedMarkKind {
  if (record.refused) return "refused";
  return record.unsynced ? "unsynced" : null;
}
