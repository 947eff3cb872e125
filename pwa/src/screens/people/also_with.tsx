/** Who else took part in a contact that is logged from a person's page. */
import { useState } from "preact/hooks";
import type { Named } from "../../components/contact_log/log_contacts";
import { PersonPicker } from "../../components/person_picker/person_picker";
import { type PickedPerson, toggled } from "../../components/person_picker/picked_person";

/** Give those chosen besides the person, and the place where they are chosen. */
export function useOthers(person: Named) {
  const [others, setOthers] = useState<PickedPerson[]>([]);
  const self: PickedPerson = {
    person_id: person.id,
    target_id: null,
    name: person.name,
    context: "",
  };
  const toggle = (whom: PickedPerson) =>
    whom.person_id !== person.id && setOthers((chosen) => toggled(chosen, whom));
  return {
    also: others.flatMap(({ person_id: id, name }) => (id ? [{ id, name }] : [])),
    choice: (
      <PersonPicker
        legend="Who took part"
        eventId={null}
        chosen={[self, ...others]}
        onChoose={toggle}
      />
    ),
  };
}
