/** The head of a person's page: name, post, how to recognise them, and how to reach them. */

import { ContactDetails } from "../../components/inline_edit/contact_details";
import type { Field } from "../../components/inline_edit/field_editor";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { contactLink } from "../../domain/vcard/contact_link";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import type { SavedPerson } from "./person_query";
import { setPerson } from "./person_writes";

type HeadField = "name" | "role" | "organisation" | "traits";

const labels: Record<HeadField, string> = {
  name: "name",
  role: "role",
  organisation: "organisation",
  traits: "how to recognise them",
};

/** Show the head of a person's page, each part of it edited in place. */
export function PersonHeading({ person, isNew }: { person: SavedPerson; isNew: boolean }) {
  const { name, role, organisation, traits } = person.body;
  return (
    <header class="person_heading">
      <Link href="/people" class="button quiet icon_only back" aria-label="Back to people">
        <Icon name="back" />
      </Link>
      <InlineEdit field={fieldOf(person, "name")} startsOpen={isNew}>
        <h1>
          {name}
          <UnsyncedMark mark={unsyncedMarkOf(person)} />
        </h1>
      </InlineEdit>
      <div class="post">
        <InlineEdit field={fieldOf(person, "role")}>
          <span>{role}</span>
        </InlineEdit>
        {role && organisation && <span class="soft">at</span>}
        <InlineEdit field={fieldOf(person, "organisation")}>
          <span>{organisation}</span>
        </InlineEdit>
      </div>
      <InlineEdit field={fieldOf(person, "traits")}>
        <p class="soft long_text">{traits}</p>
      </InlineEdit>
      <ContactDetails
        label="How to reach them"
        body={person.body}
        set={(set) => setPerson(person, set)}
      />
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

function fieldOf(person: SavedPerson, name: HeadField): Field {
  return {
    name,
    label: labels[name],
    kind: name === "traits" ? "text" : "line",
    value: person.body[name],
    ...(name === "traits" ? { offer: "How will you recognise them?" } : {}),
    save: (value) => setPerson(person, { [name]: value }),
  };
}
