/** Who somebody is: name, what they do where, and by what to know them. */

import { ContactFacts } from "../../components/inline_edit/contact_facts";
import type { Field } from "../../components/inline_edit/field_editor";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { Mark, markOf } from "../../components/inline_edit/mark";
import { contactLink } from "../../domain/vcard/contact_link";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import type { SavedPerson } from "./person_query";
import { setPerson } from "./person_writes";

type OneText = "name" | "role" | "organisation" | "traits";

const labels: Record<OneText, string> = {
  name: "name",
  role: "role",
  organisation: "organisation",
  traits: "what to know them by",
};

/** Show the head of a person's page, each part of it to be edited where it stands. */
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
          <Mark mark={markOf(person)} />
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
      <ContactFacts
        label="Ways to reach them"
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

function fieldOf(person: SavedPerson, name: OneText): Field {
  return {
    name,
    label: labels[name],
    kind: name === "traits" ? "text" : "line",
    value: person.body[name],
    keep: (value) => setPerson(person, { [name]: value }),
  };
}
