/** Whom a follow-up concerns and who owes it: chosen, and reached from here. */

import { useState } from "preact/hooks";
import { PersonPicker } from "../../components/person_picker/person_picker";
import type { PickedPerson } from "../../components/person_picker/picked_person";
import type { FollowUpRecord } from "../../data/kinds.gen";
import { nameOf } from "../../data/names";
import { editRecord } from "../../data/note_records";
import type { Saved } from "../../data/queries";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { showToast } from "../../ui/toast";
import type { WholeFollowUp } from "./follow_up_query";
import { Reaching } from "./reaching";
import { SideChoice } from "./side_choice";

/** Show whom it concerns, with the ways to reach them, and let that be changed. */
export function ItsPeople({ whole }: { whole: WholeFollowUp }) {
  const { followUp, people } = whole;
  const [isChanging, setChanging] = useState(false);
  return (
    <section aria-labelledby="its_people" class="stack">
      <div class="section_head">
        <h2 id="its_people">Whom it concerns</h2>
        <button
          type="button"
          class="button quiet"
          aria-expanded={isChanging}
          onClick={() => setChanging(!isChanging)}
        >
          <Icon name="edit" />
          Change
        </button>
      </div>
      {people.length > 0 && (
        <ul class="rows">
          {people.map((person) => (
            <li key={person.id} class="its_person">
              <Link href={`/people/${person.id}`}>{nameOf(person.body)}</Link>
              <Reaching person={person} followUp={followUp} />
            </li>
          ))}
        </ul>
      )}
      {people.length === 0 && !isChanging && <p class="soft">Nobody is named.</p>}
      {isChanging && <Changing whole={whole} />}
    </section>
  );
}

function Changing({ whole: { followUp, people } }: { whole: WholeFollowUp }) {
  const { owed_by, person_ids } = followUp.body;
  const chosen = people.map(asWhom);
  const toggle = ({ person_id }: PickedPerson) => {
    if (!person_id) return;
    const others = person_ids.filter((id) => id !== person_id);
    const isNew = others.length === person_ids.length;
    void change(followUp, { person_ids: isNew ? [...others, person_id] : others });
  };
  return (
    <>
      <PersonPicker legend="With whom" eventId={null} chosen={chosen} onChoose={toggle} />
      <SideChoice side={owed_by} choose={(side) => change(followUp, { owed_by: side })} />
    </>
  );
}

async function change(followUp: Saved<"follow_up">, set: Partial<FollowUpRecord>): Promise<void> {
  showToast("Changed.", { undo: await editRecord(followUp, set) });
}

function asWhom({ id, body }: Saved<"person">): PickedPerson {
  return { person_id: id, target_id: null, name: nameOf(body), context: "" };
}
