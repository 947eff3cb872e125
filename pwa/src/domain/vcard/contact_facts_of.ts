/** Puts what a card says into the fields of a person; whatever fits none of them goes to the notes. */

import { type ContactFacts, NO_FACTS, type Property } from "./contact_facts";

/** What programs say to programs of the card itself. */
const BOOKKEEPING = new Set(["BEGIN", "END", "VERSION", "PRODID", "REV", "UID", "CLASS", "KIND"]);

const TITLES: Record<string, string> = {
  N: "Name",
  FN: "Name",
  ADR: "Address",
  BDAY: "Birthday",
  IMPP: "Messages",
  NICKNAME: "Nickname",
  NOTE: "",
  ORG: "Organisation",
  ROLE: "Role",
  TITLE: "Role",
  URL: "Link",
};

/**
 * Give the fields of a person that these properties come to.
 * takes: the properties in their order; the name parted as a vCard parts it, the family's first
 */
export function contactFactsOf(properties: Property[]): ContactFacts {
  const said = properties.filter(
    ({ name, parts }) => !BOOKKEEPING.has(name) && parts.some(Boolean),
  );
  const spoken = said.find(({ name }) => name === "FN") ?? said.find(({ name }) => name === "N");
  const name = spoken ? nameOf(spoken) : "";
  return said.reduce((facts, property) => withProperty(facts, property), { ...NO_FACTS, name });
}

/** Name a person as people do: given name first. */
function nameOf({ name, parts }: Property): string {
  if (name === "FN") return oneLine(parts);
  const [family = "", given = "", further = "", prefix = "", suffix = ""] = parts;
  return [prefix, given, further, family, suffix].filter(Boolean).join(" ");
}

function withProperty(facts: ContactFacts, property: Property): ContactFacts {
  const { name, parts, types } = property;
  if (name === "EMAIL") return withItem(facts, "emails", without("mailto", parts));
  if (name === "TEL" && !types.includes("fax")) return withPhone(facts, without("tel", parts));
  const text = parts.join(";");
  if ((name === "URL" || name === "X-SOCIALPROFILE") && isWebAddress(text))
    return withItem(facts, "links", text);
  if (name === "N" || name === "FN") return withName(facts, property);
  if (name === "ORG" && !facts.organisation)
    return { ...facts, organisation: oneLine(parts, ", ") };
  if ((name === "TITLE" || name === "ROLE") && !facts.role)
    return { ...facts, role: oneLine(parts) };
  return withNote(facts, titleOf(property), parts.filter(Boolean).join(", "));
}

/** What follows a semicolon, such as an extension, is not dialled but said. */
function withPhone(facts: ContactFacts, text: string): ContactFacts {
  const [number = "", ...more] = text.split(";");
  const known = withItem(facts, "phones", number);
  return more.length > 0 ? withNote(known, "Phone", text) : known;
}

/** A second spelling of the name is worth a note only where it says more. */
function withName(facts: ContactFacts, property: Property): ContactFacts {
  const words = property.parts.flatMap((part) => part.split(/\s+/)).filter(Boolean);
  const isSaid = words.every((word) => facts.name.includes(word));
  return isSaid ? facts : withNote(facts, "Name", nameOf(property));
}

function withItem(
  facts: ContactFacts,
  field: "emails" | "phones" | "links",
  value: string,
): ContactFacts {
  const item = oneLine([value]);
  if (!item || facts[field].includes(item)) return facts;
  return { ...facts, [field]: [...facts[field], item] };
}

/**
 * Add a line to the notes.
 * takes: the title that stands before it, "" for none
 */
export function withNote(facts: ContactFacts, title: string, text: string): ContactFacts {
  const line = (title ? `${title}: ${text}` : text).trim();
  return { ...facts, notes: [facts.notes, line].filter(Boolean).join("\n") };
}

function titleOf({ name, types }: Property): string {
  if (name === "TEL" && types.includes("fax")) return "Fax";
  const plain = name.replace(/^X-/, "").replaceAll("-", " ").toLowerCase();
  return TITLES[name] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** A card of version 4 may say a number or an address as a link to it. */
function without(scheme: string, parts: string[]): string {
  const text = parts.join(";");
  return text.toLowerCase().startsWith(`${scheme}:`) ? text.slice(scheme.length + 1) : text;
}

function oneLine(parts: string[], between = " "): string {
  const shown = parts.map((part) => part.replace(/\s+/g, " ").trim());
  return shown.filter(Boolean).join(between);
}

function isWebAddress(text: string): boolean {
  return (
    /^https?:\/\/\S+$/i.test(text) || /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/u.test(text)
  );
}
