/** Turns the properties of a card into the fields of a person; what has no field becomes a line of the notes. */
import { labels, limits, vcardProperties } from "../../data/kinds.gen";
import type { Property } from "./property";
import {
  EMPTY_VCARD,
  isListField,
  type VcardField,
  type VcardListField,
  type VcardPerson,
  vcardFields,
} from "./vcard_person";

/** Properties that programs write for programs. */
const BOOKKEEPING = new Set(["BEGIN", "END", "VERSION", "PRODID", "REV", "UID", "CLASS", "KIND"]);

/** Other properties that are read into a field. */
const ALIASES: Record<string, VcardField> = { ROLE: "role", "X-SOCIALPROFILE": "links" };

/** Schemes that version 4 writes before a value that is a link. */
const SCHEMES: Record<string, string> = { EMAIL: "mailto", TEL: "tel" };

/** What stands before the line of a property in the notes, where its own name would be unclear. */
const NOTE_TITLES: Record<string, string> = {
  N: "Name",
  ADR: "Address",
  BDAY: "Birthday",
  IMPP: "Messages",
  NOTE: "",
};

/**
 * Read the fields of a person from the properties of a card.
 * @param properties - in their order; the name split as a vCard splits it, the family name first
 */
export function personFromProperties(properties: Property[]): VcardPerson {
  const filled = properties.filter(
    ({ name, parts }) => !BOOKKEEPING.has(name) && parts.some(Boolean),
  );
  const named = filled.find(({ name }) => name === "FN") ?? filled.find(({ name }) => name === "N");
  const name = named ? fullName(named) : "";
  return filled.reduce((person, property) => withProperty(person, property), {
    ...EMPTY_VCARD,
    name,
  });
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

function withProperty(person: VcardPerson, property: Property): VcardPerson {
  const { name, parts } = property;
  if (name === "N" || name === "FN") return withName(person, property);
  const field = fieldOf(property);
  if (field === "phones") return withPhone(person, withoutScheme(property));
  if (field && isListField(field)) return withItem(person, field, withoutScheme(property));
  if (field && !person[field])
    return { ...person, [field]: oneLine(parts, name === "ORG" ? ", " : " ") };
  return withNote(person, titleOf(property), parts.filter(Boolean).join(", "));
}

/** A fax is no phone to call, and what is no address is no link to open. */
function fieldOf({ name, parts, types }: Property): VcardField | undefined {
  const field = vcardFields.find((one) => vcardProperties[one] === name) ?? ALIASES[name];
  if (field === "phones" && types.includes("fax")) return undefined;
  if (field === "links" && !isWebAddress(parts.join(";"))) return undefined;
  return field;
}

/** Write a name as people do: given name first. */
function fullName({ name, parts }: Property): string {
  if (name === "FN") return oneLine(parts);
  const [family = "", given = "", further = "", prefix = "", suffix = ""] = parts;
  return [prefix, given, further, family, suffix].filter(Boolean).join(" ");
}

/** A second spelling of the name is worth a note only where it says more. */
function withName(person: VcardPerson, property: Property): VcardPerson {
  const words = property.parts.flatMap((part) => part.split(/\s+/)).filter(Boolean);
  const isKnown = words.every((word) => person.name.includes(word));
  return isKnown ? person : withNote(person, titleOf(property), fullName(property));
}

/** What follows a semicolon, such as an extension, is not dialled but noted. */
function withPhone(person: VcardPerson, text: string): VcardPerson {
  const [number = "", ...more] = text.split(";");
  const known = withItem(person, "phones", number);
  return more.length > 0 ? withNote(known, capitalised(labels.person.phones), text) : known;
}

function withItem(person: VcardPerson, field: VcardListField, value: string): VcardPerson {
  const item = oneLine([value]);
  if (!item || person[field].includes(item)) return person;
  if (person[field].length >= limits.items)
    return withNote(person, capitalised(labels.person[field]), item);
  return { ...person, [field]: [...person[field], item] };
}

function titleOf({ name, types }: Property): string {
  if (name === "TEL" && types.includes("fax")) return "Fax";
  const field = vcardFields.find((one) => vcardProperties[one] === name) ?? ALIASES[name];
  const plain = name.replace(/^X-/, "").replaceAll("-", " ").toLowerCase();
  return NOTE_TITLES[name] ?? capitalised(field ? labels.person[field] : plain);
}

function withoutScheme({ name, parts }: Property): string {
  const text = parts.join(";");
  const scheme = `${SCHEMES[name]}:`;
  return text.toLowerCase().startsWith(scheme) ? text.slice(scheme.length) : text;
}

function oneLine(parts: string[], between = " "): string {
  const shown = parts.map((part) => part.replace(/\s+/g, " ").trim());
  return shown.filter(Boolean).join(between);
}

function capitalised(words = ""): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isWebAddress(text: string): boolean {
  return (
    /^https?:\/\/\S+$/i.test(text) || /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/u.test(text)
  );
}
