/** How a person can be reached: e-mail addresses, phone numbers and links, each one a field of its own. */

import type { PersonRecord } from "../../data/kinds.gen";
import { type ContactField, contactLink } from "../../domain/vcard/contact_link";
import { Icon } from "../../ui/icons";
import type { Field } from "./field_editor";
import { InlineEdit } from "./inline_edit";

interface Props {
  label: string;
  body: PersonRecord;
  set: (set: Partial<PersonRecord>) => Promise<void>;
}

const words: Record<ContactField, { one: string; kind: NonNullable<Field["kind"]> }> = {
  emails: { one: "e-mail", kind: "email" },
  phones: { one: "phone", kind: "tel" },
  links: { one: "link", kind: "url" },
};

/** Show the addresses, numbers and links of a person, opened with a tap, and a place to add more. */
export function ContactDetails({ label, body, set }: Props) {
  return (
    <ul class="contacts" aria-label={label}>
      {(Object.keys(words) as ContactField[]).flatMap((field) =>
        [...body[field], ""].map((value, at) => (
          <li key={`${field}${at}`}>
            <InlineEdit field={contactField({ body, set }, field, at)}>
              <Contact field={field} value={value} />
            </InlineEdit>
          </li>
        )),
      )}
    </ul>
  );
}

function Contact({ field, value }: { field: ContactField; value: string }) {
  const address = contactLink(field, value);
  if (!address) return <span>{value}</span>;
  return (
    <>
      <a href={address} rel="noreferrer" target={field === "links" ? "_blank" : undefined}>
        {value}
      </a>
      <Icon name="edit" />
    </>
  );
}

function contactField({ body, set }: Omit<Props, "label">, name: ContactField, at: number): Field {
  const { one, kind } = words[name];
  const typed = body[name];
  return {
    name,
    label: at === 0 ? one : at === typed.length ? `another ${one}` : `${one} ${at + 1}`,
    kind,
    value: typed[at] ?? "",
    save: (value) => set({ [name]: withItem(typed, at, value) }),
  };
}

function withItem(typed: string[], at: number, value: string): string[] {
  return [...typed.slice(0, at), value.trim(), ...typed.slice(at + 1)].filter(Boolean);
}
