/** What stands around the who field: those chosen, as chips, and the known people whom the text may mean. */

import { render } from "preact";
import { context } from "../../components/person_picker/context";
import type { Saved } from "../../data/queries";
import { Icon } from "../../ui/icons";
import { fields } from "./form";
import type { Met } from "./typed";

type Person = Saved<"person">;

const chosenPlace = document.getElementById("who_chosen") as HTMLElement;
const knownPlace = document.getElementById("who_known") as HTMLElement;

/** Show those chosen as chips; a tap on one takes it off the card. */
export function showChosen(met: Met[], takeOff: (person: Met) => void): void {
  chosenPlace.hidden = met.length === 0;
  render(<Chosen met={met} takeOff={takeOff} />, chosenPlace);
}

/**
 * Show known people below the field.
 * takes: active, the place of the one that the arrow keys have reached, -1 for none
 */
export function showKnown(known: Person[], active: number, choose: (person: Person) => void): void {
  fields.who.setAttribute("aria-expanded", `${known.length > 0}`);
  if (known[active]) fields.who.setAttribute("aria-activedescendant", optionId(active));
  else fields.who.removeAttribute("aria-activedescendant");
  render(<Known known={known} active={active} choose={choose} />, knownPlace);
}

function Chosen({ met, takeOff }: { met: Met[]; takeOff: (person: Met) => void }) {
  return met.map((person) => (
    <button
      key={person.id}
      type="button"
      class="chip"
      aria-label={`Take ${person.name} off`}
      onClick={() => takeOff(person)}
    >
      {person.name}
      <Icon name="close" />
    </button>
  ));
}

interface KnownProps {
  known: Person[];
  active: number;
  choose: (person: Person) => void;
}

function Known({ known, active, choose }: KnownProps) {
  if (known.length === 0) return null;
  return (
    <div class="rows known" role="listbox" aria-label="People you know">
      {known.map((person, index) => (
        <button
          key={person.id}
          id={optionId(index)}
          class="row"
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(person)}
        >
          <strong>{person.body.name}</strong>
          <span>{context(person)}</span>
        </button>
      ))}
    </div>
  );
}

function optionId(index: number): string {
  return `who_known_${index}`;
}
