/** Who else took part in a contact that is logged from a person's page. */
import { useState } from "preact/hooks";
import type { Named } from "../../components/contact_log/log_contacts";
import { ChoosePerson } from "../../components/person_picker/person_picker";
import { toggled, type Whom } from "../../components/person_picker/whom";

/** Give those chosen besides the person, and the place where they are chosen. */
export function useOthers(person: Named) {
  const [others, setOthers] = useState<Whom[]>([]);
  const self: Whom = { person_id: person.id, target_id: null, name: person.name, context: "" };
  const toggle = (whom: Whom) =>
    whom.person_id !== person.id && setOthers((chosen) => toggled(chosen, whom));
  return {
    also: others.flatMap(({ person_id: id, name }) => (id ? [{ id, name }] : [])),
    choice: (
      <ChoosePerson
        legend="Who took part"
        eventId={null}
        chosen={[self, ...others]}
        onChoose={toggle}
      />
    ),
  };
}
