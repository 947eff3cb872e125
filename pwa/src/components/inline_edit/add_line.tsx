/** The line in which something new is written; it begins to exist with its first letter. */
import { useState } from "preact/hooks";
import { newId } from "../../data/ids";
import type { Kinds } from "../../data/kinds.gen";
import { type Write, write } from "../../data/write";

type Written = "follow_up" | "problem" | "strength";

interface Props<K extends Written> {
  label: string;
  kind: K;
  /** What the record says besides its words. */
  about: Partial<Kinds[K]>;
}

/** Let something be added, kept at each keystroke; Enter or leaving the line begins the next one. */
export function AddLine<K extends Written>({ label, kind, about }: Props<K>) {
  const [id, renew] = useState(newId);
  const [what, setWhat] = useState("");

  const type = (typed: string) => {
    setWhat(typed);
    const set = { ...about, what: typed, captured_at: new Date().toISOString() };
    const change = typed.trim() ? { kind, id, set } : { kind, id, action: "delete" };
    return write(change as Write);
  };
  const beginNext = () => {
    if (what === "") return;
    renew(newId());
    setWhat("");
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter") beginNext();
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
        onBlur={beginNext}
      />
    </div>
  );
}
