/** A person as far as a vCard can hold them: the fields that the schema gives a vCard property, and notes. */
import { defaults, type PersonRecord, vcardProperties } from "../../data/kinds.gen";

/** A field of a person that has a vCard property of its own. */
export type VcardField = keyof typeof vcardProperties;

/** A field that holds several values, such as phone numbers. */
export type VcardListField = {
  [F in VcardField]: PersonRecord[F] extends string[] ? F : never;
}[VcardField];

/** A field that holds one line of text. */
export type VcardTextField = Exclude<VcardField, VcardListField>;

/** What a card or code holds; the notes take what has no field of its own, line by line. */
export type VcardPerson = Pick<PersonRecord, VcardField | "notes">;

/** The fields that go into a vCard, in the order of the schema. */
export const vcardFields = Object.keys(vcardProperties) as VcardField[];

/** A card on which nothing is written. */
export const EMPTY_VCARD = Object.fromEntries(
  [...vcardFields, "notes" as const].map((field) => [field, defaults.person[field]]),
) as unknown as VcardPerson;

/** Check whether a field holds several values. */
export function isListField(field: VcardField): field is VcardListField {
  return Array.isArray(defaults.person[field]);
}
