/** The head of a person's page: name, post, how to recognise them, and how to reach them. */

import { ContactDetails } from "../../components/inline_edit/contact_details";
import type { Field } from "../../components/inline_edit/field_editor";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import {
  type EditedPerson,
  PersonLines,
  personField,
} from "../../components/inline_edit/person_lines";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import type { PersonRecord } from "../../data/kinds.gen";
import { contactLink } from "../../domain/vcard/contact_link";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import type { SavedPerson } from "./person_query";
import { setPerson } from "./person_writes";

/** Show the head of a person's page, each part of it edited in place. */
export function PersonHeading({ person, isNew }: { person: SavedPerson; isNew: boolean }) {
  const { name, traits } = person.body;
  const edited = { body: person.body, set: (set: Partial<PersonRecord>) => setPerson(person, set) };
  return (
    <header class="person_heading">
      <Link href="/people" class="button quiet icon_only back" aria-label="Back to people">
        <Icon name="back" />
      </Link>
      <InlineEdit field={personField(edited, "name")} startsOpen={isNew}>
        <h1>
          {name}
          <UnsyncedMark mark={unsyncedMarkOf(person)} />
        </h1>
      </InlineEdit>
      <PersonLines {...edited} />
      <InlineEdit field={traitsField(edited)}>
        <p class="soft long_text">{traits}</p>
      </InlineEdit>
      <ContactDetails label="How to reach them" {...edited} />
      {!isNew && (
        <div class="actions">
          <Call phones={person.body.phones} />
          <Link href={`/people/${person.id}/draft`} class="button">
            <Icon name="note" />
            Write
          </Link>
        </div>
      )}
    </header>
  );
}

function Call({ phones }: { phones: string[] }) {
  const [number] = phones.flatMap((phone) => contactLink("phones", phone) ?? []);
  if (!number) return null;
  return (
    <a class="button" href={number}>
      <Icon name="phone" />
      Call
    </a>
  );
}

function traitsField(person: EditedPerson): Field {
  const offer = "How will you recognise them?";
  return { ...personField(person, "traits"), kind: "text", offer };
}
