/** The mark of what has not reached the server yet, or was refused there. */
import { Icon } from "../../ui/icons";

export type MarkKind = "refused" | "unsynced" | null;

/** Show the mark beside a record, or nothing where the server has it. */
export function Mark({ mark }: { mark: MarkKind }) {
  if (!mark) return null;
  const words = mark === "refused" ? "not taken by the server" : "not yet synced";
  return (
    <span class={`mark ${mark}`} title={words}>
      <Icon name={mark === "refused" ? "warning" : "waiting"} />
      <span class="visually_hidden"> ({words})</span>
    </span>
  );
}

/** Say whether something has not reached the server yet, or was refused there. */
export function markOf(record: { refused: object | null; unsynced: boolean }): MarkKind {
  if (record.refused) return "refused";
  return record.unsynced ? "unsynced" : null;
}
