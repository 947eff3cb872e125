/** The lines that say who a person is, edited in place: on a person's page and on the user's own card. */

import type { PersonRecord } from "../../data/kinds.gen";
import { fieldLabel } from "../../data/words";
import type { Field } from "./field_editor";
import { InlineEdit } from "./inline_edit";

/** A person that is shown, and how its fields are set. */
export interface EditedPerson {
  body: PersonRecord;
  set: (set: Partial<PersonRecord>) => Promise<void>;
}

type PersonText = {
  [F in keyof PersonRecord]: PersonRecord[F] extends string ? F : never;
}[keyof PersonRecord];

/** Show what a person does and where. */
export function PersonLines(person: EditedPerson) {
  const { role, organisation } = person.body;
  return (
    <div class="post">
      <InlineEdit field={personField(person, "role")}>
        <span>{role}</span>
      </InlineEdit>
      {role && organisation && <span class="soft">at</span>}
      <InlineEdit field={personField(person, "organisation")}>
        <span>{organisation}</span>
      </InlineEdit>
    </div>
  );
}

/** Return a text of a person as a field to edit, with its label from the schema. */
export function personField({ body, set }: EditedPerson, name: PersonText): Field {
  return {
    name,
    label: fieldLabel("person", name),
    kind: "line",
    value: body[name],
    save: (value) => set({ [name]: value }),
  };
}
