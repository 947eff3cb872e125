/** Finds out what a scanned text is: a card, a link, a number, an address, or plain text. */
import { withNote } from "./from_properties";
import { isMecard, readMecard } from "./read_mecard";
import { isVcard, readVcard } from "./read_vcard";
import { EMPTY_VCARD, type VcardPerson } from "./vcard_person";

/** The sort of thing that a code holds. */
export type CodeSort = "card" | "link" | "phone" | "email" | "text";

/** A scanned code, and what it says of a person. */
export interface ParsedCode {
  sort: CodeSort;
  /** The text as it was scanned. */
  text: string;
  facts: VcardPerson;
}

/** Parse a scanned text; what is not recognised goes to the notes as it is. */
export function parseCode(text: string): ParsedCode {
  const [sort, facts] = recognise(text.trim());
  return { sort, text, facts };
}

function recognise(text: string): [CodeSort, VcardPerson] {
  const card = isVcard(text) ? readVcard(text) : isMecard(text) ? readMecard(text) : undefined;
  if (card && !isSame(card, EMPTY_VCARD)) return ["card", card];
  return (
    asPhone(text) ?? asEmail(text) ?? asLink(text) ?? ["text", { ...EMPTY_VCARD, notes: text }]
  );
}

function asPhone(text: string): [CodeSort, VcardPerson] | undefined {
  const called = /^(?:tel|sms|smsto|mmsto):([^:?]+)(?:[:?](?:body=)?([\s\S]*))?$/i.exec(text);
  const number = decoded(called?.[1] ?? text).trim();
  if (!/^\+?[\d\s().\u2011/-]{5,30}$/.test(number) || number.replace(/\D/g, "").length < 5)
    return undefined;
  if (!called && !number.startsWith("+")) return undefined;
  return ["phone", withMessage({ ...EMPTY_VCARD, phones: [number] }, called?.[2])];
}

function asEmail(text: string): [CodeSort, VcardPerson] | undefined {
  const message = /^MATMSG:(.*)$/is.exec(text)?.[1];
  const to = message === undefined ? /^(?:mailto:)?([^?]*)(?:\?([\s\S]*))?$/i.exec(text) : null;
  const address = decoded(to?.[1] ?? /(?:^|;)TO:([^;]*)/i.exec(message ?? "")?.[1] ?? "").trim();
  if (!/^[^\s@,:]+@[^\s@,:]+$/.test(address)) return undefined;
  return ["email", withMessage({ ...EMPTY_VCARD, emails: [address] }, to?.[2] ?? message)];
}

function asLink(text: string): [CodeSort, VcardPerson] | undefined {
  const isAddress =
    /^https?:\/\/\S+$/i.test(text) || /^[a-z0-9-]+(\.[a-z0-9-]+)+\/\S*$/i.test(text);
  const isNamed = /^www\.[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);
  return isAddress || isNamed ? ["link", { ...EMPTY_VCARD, links: [text] }] : undefined;
}

function withMessage(person: VcardPerson, message: string | undefined): VcardPerson {
  return message?.trim() ? withNote(person, "", decoded(message)) : person;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isSame(a: VcardPerson, b: VcardPerson): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
