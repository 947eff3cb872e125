/** Choosing a person in one tap: targets of the event first, then those met last, then a search in everything. */

import { useRef, useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { Icon } from "../../ui/icons";
import { FindPerson } from "./find_person";
import { isSame, likelyPeople, type PickedPerson, withoutTaken } from "./picked_person";

interface Props {
  legend: string;
  /** The event whose targets come first, where there is one. */
  eventId: string | null;
  chosen: PickedPerson[];
  /** Called with whom was tapped, also for somebody chosen already. */
  onChoose: (whom: PickedPerson) => void;
}

/** Offer those who are likely meant as chips, and a search for everybody else. */
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
  const choose = (whom: PickedPerson) => {
    if (isFinding) close();
    onChoose(whom);
  };
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <div class="chips">
        {[...withoutTaken(chosen, offered), ...offered].map((whom) => (
          <button
            key={whom.person_id ?? whom.target_id}
            type="button"
            class="chip"
            aria-pressed={chosen.some((one) => isSame(one, whom))}
            onClick={() => choose(whom)}
          >
            {whom.name}
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
          {offered.length > 0 ? "Somebody else" : "Somebody I know"}
        </button>
      </div>
      {isFinding && <FindPerson onChoose={choose} onClose={close} />}
    </fieldset>
  );
}
