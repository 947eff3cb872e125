/** Writes a card as a vCard that every phone's camera understands, as short as possible. */
import { vcardProperties } from "../../data/kinds.gen";
import { type VcardField, type VcardPerson, vcardFields } from "./vcard_person";

/**
 * Write a vCard of version 3, which old and new phones read alike (RFC 2426).
 * @returns lines separated by CRLF; the notes are left out
 */
export function writeVcard(person: VcardPerson): string {
  const lines = vcardFields.flatMap((field) => linesOf(field, [person[field]].flat()));
  const start = ["BEGIN:VCARD", "VERSION:3.0", `N:${nameInParts(person.name)}`];
  return [...start, ...lines, "END:VCARD"].join("\r\n");
}

/** The formatted name is required even where it is empty. */
function linesOf(field: VcardField, values: string[]): string[] {
  const property = vcardProperties[field];
  const write = property === "URL" ? withScheme : escaped;
  return values
    .filter((value) => value || property === "FN")
    .map((value) => `${property}:${write(value)}`);
}

/** Version 3 wants the family name by itself: the last word is taken for it. */
function nameInParts(name: string): string {
  const words = name.trim().split(/\s+/);
  const family = words.length > 1 ? (words.pop() ?? "") : "";
  return [family, words.join(" "), "", "", ""].map(escaped).join(";");
}

function escaped(text: string): string {
  return text
    .replace(/[\\,;]/g, "\\$&")
    .replace(/\s+/g, (blank) => (/[\r\n]/.test(blank) ? "\\n" : blank));
}

/** Phones open only what has a scheme. A link is no text, so nothing in it is escaped. */
function withScheme(link: string): string {
  const address = link.replace(/\s+/g, "");
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
}
