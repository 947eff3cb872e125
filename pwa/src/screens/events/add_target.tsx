/** Adds a target to an event, typed or chosen; a sixth is refused with the reason. */
import { useState } from "preact/hooks";
import { PersonPicker } from "../../components/person_picker/person_picker";
import type { NamedTarget } from "../../data/events";
import { newId } from "../../data/ids";
import { write } from "../../data/write";
import { MOST_TARGETS } from "../../domain/events/met";
import { Icon } from "../../ui/icons";
import { addTarget, setTarget } from "./target_writes";

interface Props {
  eventId: string;
  targets: NamedTarget[];
  /** From this number of targets on, the button is hidden. */
  enough?: number;
}

/** Show the button that adds a target, a known person or a kind of person, and its form. */
export function AddTarget({ eventId, targets, enough = Number.POSITIVE_INFINITY }: Props) {
  const [id, open] = useState("");
  const others = targets.filter((target) => target.id !== id);
  if (id && others.length >= MOST_TARGETS) return <Refused />;
  if (id) return <NewTarget id={id} eventId={eventId} others={others} close={() => open("")} />;
  if (others.length >= enough) return null;
  return (
    <button type="button" class="button add_target" onClick={() => open(newId())}>
      <Icon name="add" />
      Add someone to meet
    </button>
  );
}

function Refused() {
  return (
    <p class="notice warning" role="alert">
      Five is the limit: with six you'd be looking for no one in particular. Take someone off the
      list first, or put the name in the notes.
    </p>
  );
}

interface NewProps {
  id: string;
  eventId: string;
  close: () => void;
}

function NewTarget({ others, ...props }: NewProps & { others: NamedTarget[] }) {
  const { eventId, close } = props;
  const targetIds = others.flatMap(({ person_id }) => person_id ?? []);
  return (
    <div class="card stack">
      <KindOfPerson {...props} />
      <PersonPicker
        legend="Or choose"
        eventId={null}
        chosen={[]}
        onChoose={(person) => {
          if (!targetIds.includes(person.person_id ?? "")) void addTarget(eventId, person);
          close();
        }}
      />
    </div>
  );
}

/** The target is stored from its first letter on. */
function KindOfPerson({ id, eventId, close }: NewProps) {
  const [who, setWho] = useState("");
  const type = (typed: string) => {
    setWho(typed);
    const set = { event_id: eventId, who: typed, captured_at: new Date().toISOString() };
    return typed.trim() ? setTarget(id, set) : write({ kind: "target", id, action: "delete" });
  };
  return (
    <div class="field">
      <label for="new_target">Who do you want to meet?</label>
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
