/** Reads a MECARD, the short card that many phones and badges show. */

import { personFromProperties } from "./from_properties";
import { type Property, splitUnescaped, unescapePart } from "./property";
import type { VcardPerson } from "./vcard_person";

const BEGIN = /^\s*MECARD:/i;

/** Check whether a text is meant to be a MECARD. */
export function isMecard(text: string): boolean {
  return BEGIN.test(text);
}

/** Read a MECARD (NTT DOCOMO, "Make Barcodes: Contacts"), however damaged it is. */
export function readMecard(text: string): VcardPerson {
  const fields = splitUnescaped(text.replace(BEGIN, ""), ";").filter((field) => field.trim());
  return personFromProperties(fields.map(propertyOf));
}

function propertyOf(field: string): Property {
  const colon = field.indexOf(":");
  const name = field.slice(0, colon).trim().toUpperCase();
  const value = field.slice(colon + 1);
  if (colon < 0) return { name: "NOTE", parts: [unescapePart(field)], types: [] };
  const parts = name === "N" || name === "ADR" ? splitUnescaped(value, ",") : [value];
  return { name, parts: parts.map((part) => unescapePart(part).trim()), types: [] };
}
