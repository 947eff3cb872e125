/** The surroundings of the who field: the chosen people as chips, and suggestions below it. */

import { render } from "preact";
import { describePerson } from "../../data/names";
import type { Saved } from "../../data/queries";
import { Icon } from "../../ui/icons";
import { fields } from "./form";
import type { NotePerson } from "./reading";

type Person = Saved<"person">;

const chosenPlace = document.getElementById("who_chosen") as HTMLElement;
const knownPlace = document.getElementById("who_known") as HTMLElement;

/** Show the chosen people as chips; a tap on one removes it from the card. */
export function showChosen(people: NotePerson[], remove: (person: NotePerson) => void): void {
  chosenPlace.hidden = people.length === 0;
  render(<Chosen people={people} remove={remove} />, chosenPlace);
}

/**
 * Show known people as suggestions below the field.
 * @param active - the index of the one reached with the arrow keys, -1 for none
 */
export function showSuggestions(
  known: Person[],
  active: number,
  choose: (person: Person) => void,
): void {
  fields.who.setAttribute("aria-expanded", `${known.length > 0}`);
  if (known[active]) fields.who.setAttribute("aria-activedescendant", optionId(active));
  else fields.who.removeAttribute("aria-activedescendant");
  render(<Suggestions known={known} active={active} choose={choose} />, knownPlace);
}

function Chosen({
  people,
  remove,
}: {
  people: NotePerson[];
  remove: (person: NotePerson) => void;
}) {
  return people.map((person) => (
    <button
      key={person.id}
      type="button"
      class="chip"
      aria-label={`Remove ${person.name}`}
      onClick={() => remove(person)}
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

function Suggestions({ known, active, choose }: KnownProps) {
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
          <span>{describePerson(person)}</span>
        </button>
      ))}
    </div>
  );
}

function optionId(index: number): string {
  return `who_known_${index}`;
}
