/** For whom a follow-up is and who owes it: chosen here, with buttons to reach them. */

import { useState } from "preact/hooks";
import { PersonPicker } from "../../components/person_picker/person_picker";
import type { PickedPerson } from "../../components/person_picker/picked_person";
import type { FollowUpRecord } from "../../data/kinds.gen";
import { nameOf } from "../../data/names";
import { editRecord } from "../../data/note_records";
import type { Saved } from "../../data/queries";
import { contactLink } from "../../domain/vcard/contact_link";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { showToast } from "../../ui/toast";
import type { WholeFollowUp } from "./follow_up_query";
import { SideChoice } from "./side_choice";

/** Show for whom a follow-up is, how to reach them, and the form that changes that. */
export function FollowUpPeople({ whole }: { whole: WholeFollowUp }) {
  const { followUp, people } = whole;
  const [isChanging, setChanging] = useState(false);
  return (
    <section aria-labelledby="follow_up_people" class="stack">
      <div class="section_head">
        <h2 id="follow_up_people">For whom</h2>
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
            <li key={person.id} class="follow_up_person">
              <Link href={`/people/${person.id}`}>{nameOf(person.body)}</Link>
              <ReachButtons person={person} followUp={followUp} />
            </li>
          ))}
        </ul>
      )}
      {people.length === 0 && !isChanging && <p class="soft">Nobody yet.</p>}
      {isChanging && <PeopleForm whole={whole} />}
    </section>
  );
}

function PeopleForm({ whole: { followUp, people } }: { whole: WholeFollowUp }) {
  const { owed_by, person_ids } = followUp.body;
  const chosen = people.map(toPicked);
  const toggle = ({ person_id }: PickedPerson) => {
    if (!person_id) return;
    const others = person_ids.filter((id) => id !== person_id);
    const isNew = others.length === person_ids.length;
    void change(followUp, { person_ids: isNew ? [...others, person_id] : others });
  };
  return (
    <>
      <PersonPicker legend="For whom" eventId={null} chosen={chosen} onChoose={toggle} />
      <SideChoice side={owed_by} choose={(side) => change(followUp, { owed_by: side })} />
    </>
  );
}

async function change(followUp: Saved<"follow_up">, set: Partial<FollowUpRecord>): Promise<void> {
  showToast("Changed.", { undo: await editRecord(followUp, set) });
}

function toPicked({ id, body }: Saved<"person">): PickedPerson {
  return { person_id: id, target_id: null, name: nameOf(body), context: "" };
}

interface ReachButtonsProps {
  person: Saved<"person">;
  followUp: Saved<"follow_up">;
}

/** Show the buttons to write to, call or mail a person. */
function ReachButtons({ person, followUp }: ReachButtonsProps) {
  const { name, phones, emails } = person.body;
  const call = phones[0] && contactLink("phones", phones[0]);
  const mail = emails[0] && contactLink("emails", emails[0]);
  return (
    <span class="actions">
      <Link
        href={`/people/${person.id}/draft?follow_up=${followUp.id}`}
        class="button"
        aria-label={`Write to ${name}`}
      >
        <Icon name="note" />
        Write
      </Link>
      {call && (
        <a class="button" href={call} aria-label={`Call ${name}`}>
          Call
        </a>
      )}
      {mail && (
        <a class="button" href={mail} aria-label={`Mail ${name}`}>
          Mail
        </a>
      )}
    </span>
  );
}
