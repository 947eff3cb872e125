/** The mark of what has not reached the server yet, or was refused there. */
import { Icon } from "../ui/icons";
import type { ListRow } from "./list_rows";

/** Show the mark beside a record, or nothing where the server has it. */
export function Mark({ mark }: { mark: ListRow["mark"] }) {
  if (!mark) return null;
  const words = mark === "refused" ? "not taken by the server" : "not yet synced";
  return (
    <span class={`mark ${mark}`} title={words}>
      <Icon name={mark === "refused" ? "warning" : "waiting"} />
      <span class="visually_hidden"> ({words})</span>
    </span>
  );
}
