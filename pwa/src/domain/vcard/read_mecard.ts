/** Reads MECARDs and BIZCARDs, the short cards that many phones and badges show. */
import { ownValue } from "../own_value";

import { personFromProperties } from "./from_properties";
import { type Property, splitUnescaped, unescapePart } from "./property";
import type { VcardPerson } from "./vcard_person";

const BEGIN = /(?:^|(?<=[\s;]))(?=(?:MECARD|BIZCARD):)/i;

/** What the letters of a BIZCARD stand for, as ZXing reads them; the two names are joined before. */
const BIZCARD: Record<string, string> = {
  N: "FN",
  T: "TITLE",
  C: "ORG",
  A: "ADR",
  B: "TEL",
  M: "TEL",
  F: "FAX",
  E: "EMAIL",
  W: "URL",
};

/** Check whether a text is meant to be a MECARD or a BIZCARD. */
export function isMecard(text: string): boolean {
  return /^\s*(?:MECARD|BIZCARD):/i.test(text);
}

/** Read each MECARD (NTT DOCOMO, "Make Barcodes: Contacts") or BIZCARD of a text, however damaged it is. */
export function readMecards(text: string): VcardPerson[] {
  const cards = text.split(BEGIN).filter((part) => part.trim());
  return cards.map((card) => personFromProperties(propertiesOf(card)));
}

function propertiesOf(card: string): Property[] {
  const colon = card.indexOf(":");
  const fields = splitUnescaped(card.slice(colon + 1), ";").filter((field) => field.trim());
  const properties = fields.map(propertyOf);
  return /BIZCARD/i.test(card.slice(0, colon)) ? fromBizcard(properties) : properties;
}

function propertyOf(field: string): Property {
  const colon = field.indexOf(":");
  const name = field.slice(0, colon).trim().toUpperCase();
  const value = field.slice(colon + 1);
  if (colon < 0) return { name: "NOTE", parts: [unescapePart(field).trim()], types: [] };
  const parts = name === "N" || name === "ADR" ? splitUnescaped(value, ",") : [value];
  return { name, parts: parts.map((part) => unescapePart(part).trim()), types: [] };
}

function fromBizcard(properties: Property[]): Property[] {
  const [given, family] = ["N", "X"].map((wanted) =>
    properties.find(({ name }) => name === wanted)?.parts.join(", "),
  );
  const name = { name: "FN", parts: [[given, family].filter(Boolean).join(" ")], types: [] };
  const others = properties.filter((one) => one.name !== "N" && one.name !== "X");
  return [
    name,
    ...others.map((one) => ({ ...one, name: ownValue(BIZCARD, one.name) ?? one.name })),
  ];
}
