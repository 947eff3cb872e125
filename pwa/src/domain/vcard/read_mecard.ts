/** Reads a MECARD, the short card that many phones and badges show. */

import type { ContactFacts, Property } from "./contact_facts";
import { contactFactsOf } from "./contact_facts_of";
import { apart, unescaped } from "./parts";

const BEGIN = /^\s*MECARD:/i;

/** Ask whether a text is meant to be a MECARD. */
export function isMecard(text: string): boolean {
  return BEGIN.test(text);
}

/**
 * Read a MECARD; never raises.
 * source: NTT DOCOMO, "Make Barcodes: Contacts"
 */
export function readMecard(text: string): ContactFacts {
  const fields = apart(text.replace(BEGIN, ""), ";").filter((field) => field.trim());
  return contactFactsOf(fields.map(propertyOf));
}

function propertyOf(field: string): Property {
  const colon = field.indexOf(":");
  const name = field.slice(0, colon).trim().toUpperCase();
  const value = field.slice(colon + 1);
  if (colon < 0) return { name: "NOTE", parts: [unescaped(field)], types: [] };
  const parts = name === "N" || name === "ADR" ? apart(value, ",") : [value];
  return { name, parts: parts.map((part) => unescaped(part).trim()), types: [] };
}
