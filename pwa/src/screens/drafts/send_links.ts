/** The links by which a message can be sent, each opened by another app; Earshot sends nothing itself. */

import type { PersonRecord } from "../../data/kinds.gen";
import { contactLink } from "../../domain/vcard/contact_link";
import type { Draft } from "./draft";

/** A link that opens the message in another app. */
export interface SendLink {
  app: "Mail" | "SMS" | "WhatsApp" | "Telegram" | "Signal";
  /** The address or number, as noted. */
  to: string;
  href: string;
  /** Whether the other app shows the text for certain; otherwise it has to be pasted there. */
  hasText: boolean;
}

/** Return the links to a person: a mail to each address, and for each number the apps that certainly take it. */
export function sendLinks(
  { emails, phones }: Pick<PersonRecord, "emails" | "phones">,
  draft: Draft,
): SendLink[] {
  return [
    ...emails.flatMap((to) => mailLinks(to, draft)),
    ...phones.flatMap((to) => [...smsLinks(to, draft), ...messengerLinks(to, draft)]),
  ];
}

/**
 * Return a phone number in its international form (ITU-T E.164, at most 15 digits).
 *
 * @returns null where its country is not certain
 */
export function internationalNumber(typed: string): string | null {
  const plain = typed.replace(/\(0\)/g, "").replace(/[\s().\-/]/g, "");
  const digits = /^(?:\+|00)([1-9]\d{6,14})$/.exec(plain)?.[1];
  return digits ? `+${digits}` : null;
}

function mailLinks(to: string, { subject, words }: Draft): SendLink[] {
  const address = contactLink("emails", to);
  const href = `${address}?subject=${encodeURIComponent(subject)}&body=${mailText(words)}`;
  return address ? [{ app: "Mail", to, href, hasText: true }] : [];
}

/** "?&" works on phones that expect "?" and on those that expect "&". */
function smsLinks(to: string, { words }: Draft): SendLink[] {
  const number = contactLink("phones", to)?.replace("tel:", "");
  const href = `sms:${number}?&body=${encodeURIComponent(words)}`;
  return number ? [{ app: "SMS", to, href, hasText: true }] : [];
}

/** Return links as documented in "Click to chat" (WhatsApp), "Deep links" (Telegram), "Signal link" (Signal). */
function messengerLinks(to: string, { words }: Draft): SendLink[] {
  const number = internationalNumber(to);
  if (!number) return [];
  const text = encodeURIComponent(words);
  const whatsApp = `https://wa.me/${number.slice(1)}?text=${text}`;
  return [
    { app: "WhatsApp", to, href: whatsApp, hasText: true },
    { app: "Telegram", to, href: `https://t.me/${number}?text=${text}`, hasText: false },
    { app: "Signal", to, href: `https://signal.me/#p/${number}`, hasText: false },
  ];
}

/** Lines of a mail end in CR LF (RFC 6068, section 5). */
function mailText(words: string): string {
  return encodeURIComponent(words.replaceAll("\n", "\r\n"));
}
