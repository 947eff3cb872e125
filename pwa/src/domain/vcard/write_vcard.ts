/** Writes a card as a vCard that every phone's camera understands, as short as can be. */

import type { ContactFacts } from "./contact_facts";

/**
 * Write a vCard of version 3, which is the one that old and new phones read alike.
 * source: RFC 2426
 */
export function writeVcard({
  name,
  role,
  organisation,
  emails,
  phones,
  links,
}: ContactFacts): string {
  const lines = [
    `N:${inParts(name)}`,
    `FN:${escaped(name)}`,
    organisation && `ORG:${escaped(organisation)}`,
    role && `TITLE:${escaped(role)}`,
    ...phones.map((phone) => `TEL:${escaped(phone)}`),
    ...emails.map((email) => `EMAIL:${escaped(email)}`),
    ...links.map((link) => `URL:${whole(link)}`),
  ];
  const said = ["BEGIN:VCARD", "VERSION:3.0", ...lines.filter(Boolean), "END:VCARD"];
  return said.join("\r\n");
}

/** Version 3 wants the family's name apart: the last word is taken for it. */
function inParts(name: string): string {
  const words = name.trim().split(/\s+/);
  const family = words.length > 1 ? (words.pop() ?? "") : "";
  return [family, words.join(" "), "", "", ""].map(escaped).join(";");
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\s*[\r\n]+\s*/g, "\\n");
}

/** Phones open only what has a scheme. A link is no text, so nothing in it is escaped. */
function whole(link: string): string {
  const address = link.replace(/\s+/g, "");
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
}
