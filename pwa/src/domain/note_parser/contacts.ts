/** Finds phone numbers, e-mail addresses and links in a line, in whatever language it is. */

import type { Found } from "./parsed_note";

export interface Contacts {
  phones: Found[];
  emails: Found[];
  links: Found[];
}

/** The part before the @ is bounded (RFC 5321, section 4.5.3.1.1), so that no long word is read again and again. */
const email =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;
/** An address with a scheme or www, or a bare one with an ending that few ordinary words have. */
const link =
  /(?:https?:\/\/|www\.)[^\s<>"“”]+|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|eu|edu|co\.uk|no|se|dk|de|fr|nl|es|ch)(?:\/[^\s<>"“”]*|(?![\p{L}\p{N}@/]))/gu;
const phone =
  /(?<![\p{L}\p{N}@._/-])(?:\+|00)?\(?\d(?:[\d\s().\u2011/-]{4,22})\d(?![\p{L}\p{N}])/gu;
const phoneWord = /(?:tel|phone|mobile|cell|number|whatsapp|signal|call|text|mob)\.?:?\s*$/i;
/** The word for a phone stands at most so many characters before the number. */
const PHONE_WORD_WITHIN = 20;
const grouped = /^\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}$/;
const daylike = /^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}/;

/** The sign that replaces blanked text: neither a letter nor the end of a sentence. */
export const blankMark = "¤";

/** Find the phone numbers, e-mail addresses and links in a line. */
export function findContacts(line: string): Contacts {
  const emails = all(line, email);
  const links = all(blank(line, emails), link).map(withoutTail);
  const phones = all(blank(line, [...emails, ...links]), phone).filter((found) =>
    isPhone(found, line.slice(Math.max(0, found.from - PHONE_WORD_WITHIN), found.from)),
  );
  return { phones, emails, links };
}

/** Blank out what was found, so that nothing else is read into it; positions stay the same. */
export function blank(line: string, founds: { from: number; to: number }[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of founds.toSorted((one, other) => one.from - other.from)) {
    const end = Math.max(at, to);
    pieces.push(line.slice(at, from), blankMark.repeat(end - Math.max(at, from)));
    at = end;
  }
  return pieces.join("") + line.slice(at);
}

function all(line: string, pattern: RegExp): Found[] {
  return [...line.matchAll(pattern)].map(({ 0: value, index }) => ({
    value,
    from: index,
    to: index + value.length,
    sure: true,
  }));
}

function withoutTail(found: Found): Found {
  const closing = found.value.includes("(")
    ? /(?<![.,;:!?'"’])[.,;:!?'"’]+$/
    : /(?<![.,;:!?'"’)\]])[.,;:!?'"’)\]]+$/;
  const value = found.value.replace(closing, "");
  return { ...found, value, to: found.from + value.length };
}

function isPhone({ value }: Found, before: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  if (digits < 7 || digits > 15 || daylike.test(value)) return false;
  const isMarked = value.startsWith("+") || phoneWord.test(before);
  return isMarked || grouped.test(value) || (/^\(?0/.test(value) && digits >= 8);
}
