/** The ways by which a message can leave, each an address that another app opens; Earshot sends nothing itself. */

import type { PersonRecord } from "../../data/kinds.gen";
import { contactLink } from "../../domain/vcard/contact_link";
import type { Draft } from "./draft";

export interface WayOut {
  by: "Mail" | "SMS" | "WhatsApp" | "Telegram" | "Signal";
  /** The address or number, as it was noted. */
  to: string;
  href: string;
  /** Whether the other app surely shows the words; where it may not, they are to be pasted there. */
  carriesWords: boolean;
}

/** Give the ways out to somebody: a mail to each address, and by each number what is certain of it. */
export function waysOut(
  { emails, phones }: Pick<PersonRecord, "emails" | "phones">,
  draft: Draft,
): WayOut[] {
  return [
    ...emails.flatMap((to) => byMail(to, draft)),
    ...phones.flatMap((to) => [...bySms(to, draft), ...byMessenger(to, draft)]),
  ];
}

/**
 * Give a number in its international form; nothing where its country is not certain.
 * source: ITU-T E.164, at most 15 digits
 */
export function international(typed: string): string | null {
  const said = typed.replace(/\(0\)/g, "").replace(/[\s().\-/]/g, "");
  const digits = /^(?:\+|00)([1-9]\d{6,14})$/.exec(said)?.[1];
  return digits ? `+${digits}` : null;
}

function byMail(to: string, { subject, words }: Draft): WayOut[] {
  const address = contactLink("emails", to);
  const href = `${address}?subject=${encodeURIComponent(subject)}&body=${mailText(words)}`;
  return address ? [{ by: "Mail", to, href, carriesWords: true }] : [];
}

/** "?&" is read by the phones that want "?" and by those that want "&". */
function bySms(to: string, { words }: Draft): WayOut[] {
  const number = contactLink("phones", to)?.replace("tel:", "");
  const href = `sms:${number}?&body=${encodeURIComponent(words)}`;
  return number ? [{ by: "SMS", to, href, carriesWords: true }] : [];
}

/** source: "Click to chat" (WhatsApp), "Deep links" (Telegram), "Signal link" (Signal). */
function byMessenger(to: string, { words }: Draft): WayOut[] {
  const number = international(to);
  if (!number) return [];
  const text = encodeURIComponent(words);
  const whatsApp = `https://wa.me/${number.slice(1)}?text=${text}`;
  return [
    { by: "WhatsApp", to, href: whatsApp, carriesWords: true },
    { by: "Telegram", to, href: `https://t.me/${number}?text=${text}`, carriesWords: false },
    { by: "Signal", to, href: `https://signal.me/#p/${number}`, carriesWords: false },
  ];
}

/** Lines of a mail end in CR LF (RFC 6068, section 5). */
function mailText(words: string): string {
  return encodeURIComponent(words.replaceAll("\n", "\r\n"));
}
