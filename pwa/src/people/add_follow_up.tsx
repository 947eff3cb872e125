/** The line in which something new that is owed is written; it begins to exist with its first letter. */
import { useState } from "preact/hooks";
import { newId } from "../records/ids";
import { write } from "../records/write";

const labels = { me: "Add what I owe", them: "Add what they owe" };

/** Let something owed be added, kept at each keystroke; Enter or leaving the line begins the next one. */
export function AddFollowUp({ personId, side }: { personId: string; side: "me" | "them" }) {
  const [id, renew] = useState(newId);
  const [what, setWhat] = useState("");

  const type = (typed: string) => {
    setWhat(typed);
    const set = { owed_by: side, person_ids: [personId], what: typed, captured_at: nowAsText() };
    return typed.trim()
      ? write({ kind: "follow_up", id, set })
      : write({ kind: "follow_up", id, action: "delete" });
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
        aria-label={labels[side]}
        placeholder={labels[side]}
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

function nowAsText(): string {
  return new Date().toISOString();
}
