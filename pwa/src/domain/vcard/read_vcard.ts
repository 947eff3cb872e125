/** Reads vCards of any version, and as much of damaged ones as possible. */

import { cardsIn } from "./card_lines";
import { personFromProperties, withNote } from "./from_properties";
import { decodeQuotedPrintable, type Property, splitUnescaped, unescapePart } from "./property";
import { EMPTY_VCARD, type VcardPerson } from "./vcard_person";

/** The properties whose text semicolons separate into parts; elsewhere a semicolon is plain text. */
const IN_PARTS = new Set(["N", "ORG", "ADR", "X-ANDROID-CUSTOM"]);

/** A property with the group that joins it to others, such as `item1` to its label. */
interface GroupedProperty extends Property {
  group: string;
}

/**
 * Read all vCards of version 3 (RFC 2426), 4 (RFC 6350), or 2.1 as badges still print it, in a text.
 * A damaged one is read as far as possible; what is written around the cards goes to the notes.
 */
export function readVcards(text: string): VcardPerson[] {
  return cardsIn(text).map(({ properties, around }) => {
    const person = personFromProperties(labelled(properties.map(propertyOf)));
    const isEmpty = JSON.stringify(person) === JSON.stringify(EMPTY_VCARD);
    return isEmpty ? person : around.reduce((noted, line) => withNote(noted, "", line), person);
  });
}

/** A line without a colon is no property, so it is kept as a note. */
function propertyOf(line: string): GroupedProperty {
  const colon = endOfHead(line);
  if (colon < 0) return { name: "NOTE", parts: [line.trim()], types: [], group: "" };
  const [named = "", ...params] = line.slice(0, colon).split(";");
  const dot = named.lastIndexOf(".");
  const name = named
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  const value = decoded(line.slice(colon + 1), params);
  const parts = IN_PARTS.has(name) ? splitUnescaped(value, ";") : [value];
  const types = params.flatMap((param) =>
    param
      .toLowerCase()
      .replace(/^type=/, "")
      .replaceAll('"', "")
      .split(","),
  );
  const group = dot < 0 ? "" : named.slice(0, dot).toLowerCase();
  return { name, parts: parts.map((part) => unescapePart(part).trim()), types, group };
}

/** Apple writes the label of a property as another one of the same group, its own labels as `_$!<Home>!$_`. */
function labelled(properties: GroupedProperty[]): Property[] {
  const isLabel = ({ name, group }: GroupedProperty) => name === "X-ABLABEL" && group !== "";
  const labels = new Map(
    properties
      .filter(isLabel)
      .map(({ group, parts }) => [group, (parts[0] ?? "").replace(/^_\$!<(.*)>!\$_$/, "$1")]),
  );
  return properties
    .filter((property) => !isLabel(property))
    .map(({ group, ...property }) => ({ ...property, label: labels.get(group) ?? "" }));
}

/** A colon within quotes belongs to a parameter. */
function endOfHead(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (line[at] === ":" && !isQuoted) return at;
  }
  return line.indexOf(":");
}

function decoded(value: string, params: string[]): string {
  if (!params.some((param) => /quoted-printable$/i.test(param))) return value;
  const charset = params.find((param) => /^charset=/i.test(param))?.slice("charset=".length);
  return decodeQuotedPrintable(value, charset);
}
