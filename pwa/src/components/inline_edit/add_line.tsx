/** The line in which a new record is typed; it is stored with its first letter. */
import { useState } from "preact/hooks";
import { newId } from "../../data/ids";
import type { Kinds } from "../../data/kinds.gen";
import { type Write, write } from "../../data/write";

type AddableKind = "follow_up" | "problem" | "strength";

interface Props<K extends AddableKind> {
  label: string;
  kind: K;
  /** The other fields of the record. */
  about: Partial<Kinds[K]>;
}

/** Show a line that adds a record, stored at each keystroke; Enter or leaving the line starts the next one. */
export function AddLine<K extends AddableKind>({ label, kind, about }: Props<K>) {
  const [id, renew] = useState(newId);
  const [what, setWhat] = useState("");

  const type = (typed: string) => {
    setWhat(typed);
    const set = { ...about, what: typed, captured_at: new Date().toISOString() };
    const change = typed.trim() ? { kind, id, set } : { kind, id, action: "delete" };
    return write(change as Write);
  };
  const startNext = () => {
    if (what === "") return;
    renew(newId());
    setWhat("");
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter") startNext();
    if (event.key === "Escape" && what !== "") {
      event.stopPropagation();
      void type("");
    }
  };

  return (
    <div class="field">
      <input
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        enterkeyhint="done"
        value={what}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={startNext}
      />
    </div>
  );
}
