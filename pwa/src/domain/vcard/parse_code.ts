/** Says what a scanned text is: a card, a link, a number, an address, or simply text. */

import { type ContactFacts, NO_FACTS } from "./contact_facts";
import { withNote } from "./contact_facts_of";
import { isMecard, readMecard } from "./read_mecard";
import { isVcard, readVcard } from "./read_vcard";

export type Sort = "card" | "link" | "phone" | "email" | "text";

export interface ParsedCode {
  sort: Sort;
  /** The text as it was scanned. */
  text: string;
  facts: ContactFacts;
}

/** Understand a scanned text; what is not understood is a text, whole, in the notes. */
export function parseCode(text: string): ParsedCode {
  const [sort, facts] = understood(text.trim());
  return { sort, text, facts };
}

function understood(text: string): [Sort, ContactFacts] {
  const card = isVcard(text) ? readVcard(text) : isMecard(text) ? readMecard(text) : undefined;
  if (card && !isSame(card, NO_FACTS)) return ["card", card];
  return asPhone(text) ?? asEmail(text) ?? asLink(text) ?? ["text", { ...NO_FACTS, notes: text }];
}

function asPhone(text: string): [Sort, ContactFacts] | undefined {
  const called = /^(?:tel|sms|smsto|mmsto):([^:?]+)(?:[:?](?:body=)?([\s\S]*))?$/i.exec(text);
  const number = decoded(called?.[1] ?? text).trim();
  if (!/^\+?[\d\s().\u2011/-]{5,30}$/.test(number) || number.replace(/\D/g, "").length < 5)
    return undefined;
  if (!called && !number.startsWith("+")) return undefined;
  return ["phone", withMessage({ ...NO_FACTS, phones: [number] }, called?.[2])];
}

function asEmail(text: string): [Sort, ContactFacts] | undefined {
  const message = /^MATMSG:(.*)$/is.exec(text)?.[1];
  const to = message === undefined ? /^(?:mailto:)?([^?]*)(?:\?([\s\S]*))?$/i.exec(text) : null;
  const address = decoded(to?.[1] ?? /(?:^|;)TO:([^;]*)/i.exec(message ?? "")?.[1] ?? "").trim();
  if (!/^[^\s@,:]+@[^\s@,:]+$/.test(address)) return undefined;
  return ["email", withMessage({ ...NO_FACTS, emails: [address] }, to?.[2] ?? message)];
}

function asLink(text: string): [Sort, ContactFacts] | undefined {
  const isAddress =
    /^https?:\/\/\S+$/i.test(text) || /^[a-z0-9-]+(\.[a-z0-9-]+)+\/\S*$/i.test(text);
  const isNamed = /^www\.[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);
  return isAddress || isNamed ? ["link", { ...NO_FACTS, links: [text] }] : undefined;
}

function withMessage(facts: ContactFacts, message: string | undefined): ContactFacts {
  return message?.trim() ? withNote(facts, "", decoded(message)) : facts;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isSame(a: ContactFacts, b: ContactFacts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
