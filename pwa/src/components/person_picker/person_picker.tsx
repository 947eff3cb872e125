/** Picks a person in one tap: targets of the event first, then people met recently, then a search. */

import { useRef, useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { Icon } from "../../ui/icons";
import { FindPerson } from "./find_person";
import { isSamePerson, likelyPeople, type PickedPerson, withoutPeople } from "./picked_person";

interface Props {
  legend: string;
  /** The event whose targets come first, where there is one. */
  eventId: string | null;
  chosen: PickedPerson[];
  /** Called with the person tapped, also when they were chosen already. */
  onChoose: (person: PickedPerson) => void;
}

/** Show the likely people as chips, and a search for everyone else. */
export function PersonPicker({ legend, eventId, chosen, onChoose }: Props) {
  const [isFinding, setFinding] = useState(false);
  const { value: offered = [] } = useLive(
    () => likelyPeople(eventId),
    ["target", "conversation", "person"],
    [eventId],
  );
  const finder = useRef<HTMLButtonElement>(null);
  const close = () => {
    finder.current?.focus();
    setFinding(false);
  };
  const choose = (person: PickedPerson) => {
    if (isFinding) close();
    onChoose(person);
  };
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <div class="chips">
        {[...withoutPeople(chosen, offered), ...offered].map((person) => (
          <button
            key={person.person_id ?? person.target_id}
            type="button"
            class="chip"
            aria-pressed={chosen.some((one) => isSamePerson(one, person))}
            onClick={() => choose(person)}
          >
            {person.name}
          </button>
        ))}
        <button
          ref={finder}
          type="button"
          class="chip"
          aria-expanded={isFinding}
          onClick={() => setFinding(!isFinding)}
        >
          <Icon name="search" />
          {offered.length > 0 ? "Someone else" : "Someone I know"}
        </button>
      </div>
      {isFinding && <FindPerson onChoose={choose} onClose={close} />}
    </fieldset>
  );
}
