/** Turns the properties of a card into the fields of a person; what has no field becomes a line of the notes. */
import { labels, limits, vcardProperties } from "../../data/kinds.gen";
import { ownValue } from "../own_value";
import { emailsIn, isWebAddress } from "./contact_text";
import { asDay, asKnownName } from "./odd_properties";
import { givenFirst } from "./person_name";
import { phonesIn } from "./phone_number";
import type { Property } from "./property";
import {
  EMPTY_VCARD,
  isListField,
  type VcardField,
  type VcardListField,
  type VcardPerson,
  vcardFields,
} from "./vcard_person";

/** The field of each property that the schema gives one. */
const FIELDS = new Map(
  vcardFields.map((field): [string, VcardField] => [vcardProperties[field], field]),
);

/** Other properties that are read into a field. */
const ALIASES: Record<string, VcardField> = { ROLE: "role", "X-SOCIALPROFILE": "links" };

/** What stands before the line of a property in the notes, where its own name would be unclear. */
const NOTE_TITLES: Record<string, string> = {
  N: "Name",
  ADR: "Address",
  BDAY: "Birthday",
  IMPP: "Messages",
  LABEL: "Address",
  NOTE: "",
  "X-ABDATE": "Date",
  "X-ABRELATEDNAMES": "Related",
};

/** Labels that say no more than the field does. */
const PLAIN_LABEL =
  /^(?:home|work|mobile|cell|iphone|main|other|homepage|home page|profile|internet|private|business|school)?$/i;

/**
 * Read the fields of a person from the properties of a card.
 * @param properties - in their order; the name split as a vCard splits it, the family name first
 */
export function personFromProperties(properties: Property[]): VcardPerson {
  const known = properties.map(asKnownName).filter((one) => one !== undefined);
  const filled = known.filter(({ parts }) => parts.some(Boolean));
  const start = { ...EMPTY_VCARD, name: nameIn(filled) };
  return filled.reduce((person, property) => withProperty(person, property), start);
}

/**
 * Add a line to the notes.
 * @param title - stands before the text with a colon; empty for none
 */
export function withNote(person: VcardPerson, title: string, text: string): VcardPerson {
  const line = (title ? `${title}: ${text}` : text).trim();
  // Joined by a plus, long notes are not copied for each line.
  const between = person.notes && line ? "\n" : "";
  return { ...person, notes: person.notes + between + line };
}

/** The formatted name is the one that its owner chose; a nickname is better than no name. */
function nameIn(properties: Property[]): string {
  const named = (wanted: string) => properties.find(({ name }) => name === wanted);
  const parts = named("N");
  const name = named("FN") ?? parts ?? named("NICKNAME");
  if (!name) return "";
  return name.name === "FN" ? givenFirst(oneLine(name.parts), parts?.parts[0]) : fullName(name);
}

function withProperty(person: VcardPerson, property: Property): VcardPerson {
  const { name, parts, label = "" } = property;
  const text = parts.join(";");
  if (name === "N" || name === "FN" || name === "NICKNAME") return withName(person, property);
  const field = fieldOf(property);
  if (field && !PLAIN_LABEL.test(label))
    return withNote(withItems(person, field, property), label, text);
  if (field && isListField(field)) return withItems(person, field, property);
  if (field && !person[field])
    return { ...person, [field]: oneLine(parts, name === "ORG" ? ", " : " ") };
  return withNote(person, titleOf(property), asDay(property) ?? parts.filter(Boolean).join(", "));
}

/** A fax is no phone to call, and what is no address is no link to open. */
function fieldOf({ name, parts, types, label = "" }: Property): VcardField | undefined {
  const field = FIELDS.get(name) ?? ownValue(ALIASES, name);
  if (field === "phones" && (types.includes("fax") || /fax$/i.test(label))) return undefined;
  if (field === "phones" && !/\p{Nd}/u.test(parts.join())) return undefined;
  if (field === "links" && !isWebAddress(parts.join(";"))) return undefined;
  if (field === "emails" && emailsIn(withoutScheme(parts, "mailto")).length === 0) return undefined;
  return field;
}

/** Write a name as people do: given name first. */
function fullName({ name, parts }: Property): string {
  if (name !== "N") return oneLine(parts);
  const [family = "", given = "", further = "", prefix = "", suffix = ""] = parts;
  return [prefix, given, further, family, suffix].filter(Boolean).join(" ");
}

/** A second spelling of the name is worth a note only where it says more. */
function withName(person: VcardPerson, property: Property): VcardPerson {
  const words = property.parts.flatMap((part) => part.split(/[\s,]+/)).filter(Boolean);
  const isKnown = words.every((word) => person.name.includes(word));
  return isKnown ? person : withNote(person, titleOf(property), fullName(property));
}

function withItems(person: VcardPerson, field: VcardField, property: Property): VcardPerson {
  const { parts } = property;
  if (field === "emails") return withEmails(person, withoutScheme(parts, "mailto"));
  if (field === "phones") return withPhone(person, withoutScheme(parts, "tel"));
  return isListField(field) ? withItem(person, field, parts.join(";")) : person;
}

/** The name that a mail program writes before the address is worth a note where it says more. */
function withEmails(person: VcardPerson, text: string): VcardPerson {
  const emails = emailsIn(text);
  const known = emails.reduce((one, email) => withItem(one, "emails", email), person);
  const rest = emails.reduce((some, email) => some.replace(email, " "), text);
  const [words, named] = [rest, person.name].map((one) => one.split(/[\s<>"'(),;:]+/));
  if (words?.every((word) => !word || named?.includes(word) || word === "mailto")) return known;
  return withNote(known, capitalised(labels.person.emails), text);
}

/** What follows a semicolon, such as an extension, is not dialled but noted. */
function withPhone(person: VcardPerson, text: string): VcardPerson {
  const [number = "", ...more] = text.split(";");
  const known = phonesIn(number).reduce((one, item) => withItem(one, "phones", item), person);
  return more.length > 0 ? withNote(known, capitalised(labels.person.phones), text) : known;
}

function withItem(person: VcardPerson, field: VcardListField, value: string): VcardPerson {
  const item = oneLine([value]);
  if (!item || person[field].includes(item)) return person;
  if (person[field].length >= limits.items)
    return withNote(person, capitalised(labels.person[field]), item);
  return { ...person, [field]: [...person[field], item] };
}

function titleOf({ name, types, label }: Property): string {
  if (label && (name.startsWith("X-AB") || !PLAIN_LABEL.test(label))) return capitalised(label);
  if (name === "TEL" && types.includes("fax")) return "Fax";
  if (name === "RELATED" || name === "X-SOCIALPROFILE") return capitalised(types[0] || "related");
  const field = FIELDS.get(name) ?? ownValue(ALIASES, name);
  const plain = name.replace(/^X-/, "").replaceAll("-", " ").toLowerCase();
  return ownValue(NOTE_TITLES, name) ?? capitalised(field ? labels.person[field] : plain);
}

/** Version 4 writes a scheme before a value that is a link. */
function withoutScheme(parts: string[], scheme: string): string {
  const text = parts.join(";");
  return text.toLowerCase().startsWith(`${scheme}:`) ? text.slice(scheme.length + 1) : text;
}

function oneLine(parts: string[], between = " "): string {
  const shown = parts.map((part) => part.replace(/\s+/g, " ").trim());
  return shown.filter(Boolean).join(between);
}

function capitalised(words = ""): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
