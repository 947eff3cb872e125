/** Finds out what a scanned or pasted text is: cards, a link, a number, an address, or plain text. */
import { hasCard } from "./card_lines";
import { emailsIn, isBareDomain, isWebAddress } from "./contact_text";
import { withNote } from "./from_properties";
import { dialledNumber } from "./phone_number";
import { unescapePart } from "./property";
import { isMecard, readMecards } from "./read_mecard";
import { readSignatures } from "./read_signature";
import { readVcards } from "./read_vcard";
import { EMPTY_VCARD, type VcardPerson } from "./vcard_person";

/** The sort of thing that a code holds. */
export type CodeSort = "card" | "link" | "phone" | "email" | "text";

/** What a code holds of one person, or its text. */
export interface ParsedCode {
  sort: CodeSort;
  /** The text as it was scanned. */
  text: string;
  facts: VcardPerson;
}

/**
 * Parse a scanned text; what is not recognised goes to the notes as it is.
 * @returns one entry, or one per person where the text holds the cards of several
 */
export function parseCode(text: string): [ParsedCode, ...ParsedCode[]] {
  const trimmed = text.trim();
  const single = (sort: CodeSort, facts: VcardPerson): ParsedCode => ({ sort, text, facts });
  const cards = () => {
    const [first, ...others] = cardsIn(trimmed).map((facts) => single("card", facts));
    return first && ([first, ...others] as [ParsedCode, ...ParsedCode[]]);
  };
  const contact = asPhone(trimmed) ?? asEmail(trimmed) ?? asLink(trimmed);
  if (contact) return [single(...contact)];
  return cards() ?? [single("text", { ...EMPTY_VCARD, notes: trimmed })];
}

/** A card may hold anything in its text; a signature is only lines. */
function cardsIn(text: string): VcardPerson[] {
  const cards = hasCard(text) ? readVcards(text) : isMecard(text) ? readMecards(text) : [];
  const filled = cards.filter((card) => JSON.stringify(card) !== JSON.stringify(EMPTY_VCARD));
  return filled.length > 0 ? filled : readSignatures(text);
}

function asPhone(text: string): [CodeSort, VcardPerson] | undefined {
  const called = /^(?:tel|sms|smsto|mmsto):([^:?]+)(?:[:?](?:body=)?([\s\S]*))?$/i.exec(text);
  const number = decoded(called?.[1] ?? text).trim();
  if (
    !/^\+?[\d\s().\u2010-\u2015\u2212/-]{5,30}(?:[\s;,]*(?:ext|x)[\s.:=]*\d{1,8})?$/i.test(number)
  )
    return undefined;
  if ((dialledNumber(number)?.replace(/\D/g, "").length ?? 0) < 5) return undefined;
  if (!called && !number.startsWith("+")) return undefined;
  return ["phone", withMessage({ ...EMPTY_VCARD, phones: [number] }, decoded(called?.[2] ?? ""))];
}

function asEmail(text: string): [CodeSort, VcardPerson] | undefined {
  const [to = "", ...words] = mailIn(text);
  const emails = [...new Set(emailsIn(to))];
  const isOnlyThat = to.split(/[,;]/).filter((one) => one.trim()).length === emails.length;
  if (emails.length === 0 || !isOnlyThat || /[^\s,;]\s+[^\s,;]/.test(to.trim())) return undefined;
  const facts = words.reduce((person, line) => withMessage(person, line), {
    ...EMPTY_VCARD,
    emails,
  });
  return ["email", facts];
}

/** Return to whom a mail goes, then its words: from `mailto:` (RFC 6068), `MATMSG:`, `SMTP:` or a bare address. */
function mailIn(text: string): string[] {
  const [, smtpTo, subject, body] = /^SMTP:([^:]*):?([^:]*):?([\s\S]*)$/i.exec(text) ?? [];
  if (smtpTo !== undefined) return [smtpTo, subject ?? "", body ?? ""];
  const message = /^MATMSG:([\s\S]*)$/i.exec(text)?.[1];
  const field = (name: string) =>
    unescapePart(
      new RegExp(`(?:^|;)\\s*${name}:((?:\\\\[\\s\\S]|[^;\\\\])*)`, "i").exec(message ?? "")?.[1] ??
        "",
    );
  if (message !== undefined) return [field("TO"), field("SUB"), field("BODY")];
  const [, to = "", query = ""] = /^(?:mailto:)?([^?]*)(?:\?([\s\S]*))?$/i.exec(text) ?? [];
  const pairs = query
    .split("&")
    .map((pair) => [/^[^=]*/.exec(pair)?.[0].toLowerCase() ?? "", pair] as const);
  const recipients = pairs.filter(([name]) => name === "to").map(([, pair]) => pair.slice(3));
  const words = pairs
    .filter(([name]) => name !== "to")
    .map(([, pair]) => decoded(pair.replace(/^(?:subject|body)=/i, "").replace(/^b?cc=/i, "Cc: ")));
  return [decoded([to, ...recipients].filter(Boolean).join(",")), ...words];
}

function asLink(text: string): [CodeSort, VcardPerson] | undefined {
  const [, bookmark] = /^MEBKM:([\s\S]*)$/i.exec(text) ?? [];
  const [, url] = /(?:^|;)\s*URL:((?:\\[\s\S]|[^;\\])*)/i.exec(bookmark ?? "") ?? [];
  const link = unescapePart(url ?? text.replace(/^URL:\s*/i, "")).trim();
  const isLink =
    /^https?:\/\/\S+$/i.test(link) || isBareDomain(link) || (url && isWebAddress(link));
  if (!isLink) return undefined;
  const [, title = ""] = /(?:^|;)\s*TITLE:((?:\\[\s\S]|[^;\\])*)/i.exec(bookmark ?? "") ?? [];
  return ["link", withMessage({ ...EMPTY_VCARD, links: [link] }, unescapePart(title))];
}

function withMessage(person: VcardPerson, message: string): VcardPerson {
  return message?.trim() ? withNote(person, "", message) : person;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
