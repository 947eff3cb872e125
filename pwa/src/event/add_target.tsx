/** The line in which one more target is written or chosen; a sixth is refused with the reason. */
import { useState } from "preact/hooks";
import { ChoosePerson } from "../choosing/choose_person";
import { newId } from "../records/ids";
import { write } from "../records/write";
import { Icon } from "../ui/icons";
import { addTarget, setTarget } from "./target_writes";

interface Props {
  eventId: string;
  isFull: boolean;
  /** Ids of people who are targets already. */
  taken: string[];
}

/** Let somebody be added, known or as a kind of person; with five it says why no sixth. */
export function AddTarget({ eventId, isFull, taken }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen && isFull) return <Refused />;
  if (isOpen) return <NewTarget eventId={eventId} taken={taken} close={() => setOpen(false)} />;
  return (
    <button type="button" class="button add_target" onClick={() => setOpen(true)}>
      <Icon name="add" />
      Add somebody to meet
    </button>
  );
}

function Refused() {
  return (
    <p class="notice warning" role="alert">
      Five are enough: with a sixth you look for nobody in particular. Take somebody off the list
      first, or write the name into the notes.
    </p>
  );
}

function NewTarget({ eventId, taken, close }: Omit<Props, "isFull"> & { close: () => void }) {
  return (
    <div class="card stack">
      <KindOfPerson eventId={eventId} close={close} />
      <ChoosePerson
        legend="Or choose"
        eventId={null}
        chosen={[]}
        onChoose={(whom) => {
          if (!taken.includes(whom.person_id ?? "")) void addTarget(eventId, whom);
          close();
        }}
      />
    </div>
  );
}

/** It begins to exist with its first letter. */
function KindOfPerson({ eventId, close }: { eventId: string; close: () => void }) {
  const [id] = useState(newId);
  const [who, setWho] = useState("");
  const type = (typed: string) => {
    setWho(typed);
    const set = { event_id: eventId, who: typed, captured_at: new Date().toISOString() };
    return typed.trim() ? setTarget(id, set) : write({ kind: "target", id, action: "delete" });
  };
  return (
    <div class="field">
      <label for="new_target">Whom do you want to meet?</label>
      <input
        id="new_target"
        ref={(input) => input?.focus()}
        placeholder="A name, or “a CTO”"
        autocomplete="off"
        enterkeyhint="done"
        value={who}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.stopPropagation();
          if (event.key === "Escape") void type("");
          close();
        }}
      />
    </div>
  );
}
