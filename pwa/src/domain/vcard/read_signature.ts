/** Reads the lines of a signature or a badge: a name, and ways to reach its owner, each by itself. */
import { emailsIn, isBareDomain, isWebAddress } from "./contact_text";
import { withNote } from "./from_properties";
import { dialledNumber, phonesIn } from "./phone_number";
import { EMPTY_VCARD, type VcardListField, type VcardPerson } from "./vcard_person";

const MOST_LINES = 20;
const LONGEST_LINE = 120;
const LONGEST = MOST_LINES * LONGEST_LINE;
/** What people write before a number or an address: "Tel.:", "E-mail:", "M". */
const label = /^(?:[\p{L}.-]{1,14}(?:[ -]\p{L}{1,10})?\s*:|[TMPEWF]\b[.:|]?)\s*/u;
/** What stands above the name at the end of a mail. */
const greeting =
  /^(?:(?:best|kind|warm|many)\b.{0,20}|regards|cheers|thanks|sincerely|all the best|mit .{0,20}grüßen|(?:viele|beste|liebe) grüße|saludos|cordialement|--)[,.!]?$/i;
const nameLabel = /^(?:full )?name\s*:\s*/i;
const phone = /^[+(\d\s().\u2010-\u2015\u2212/-]+(?:\s*(?:ext|x|dw)[\s.:]*\d{1,6}\.?)?$/i;
const nameWord =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{Lo}\p{M}]*|van|von|der|den|de|da|di|del|la|le|al|el|bin|ten|ter),?$/u;

/**
 * Read the people whose signatures a text is made of, one per block of lines.
 * @returns nobody where the text is anything else
 */
export function readSignatures(text: string): VcardPerson[] {
  if (text.length > LONGEST) return [];
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim());
  const people = blocks.map(readBlock);
  const isEach = people.every((person) => person?.name);
  const found = isEach ? people : [readBlock(text)];
  return found.filter((person) => person !== undefined);
}

function readBlock(text: string): VcardPerson | undefined {
  const lines = linesOf(text);
  if (lines.length < 2 || lines.length > MOST_LINES) return undefined;
  if (lines.some((line) => line.length > LONGEST_LINE)) return undefined;
  const contacts = lines.map(contactIn);
  const at = greeting.test(lines[0] ?? "") ? 1 : 0;
  const first = lines[at] ?? "";
  const name = first.replace(nameLabel, "");
  const isNamed = contacts[at] === undefined && isName(name);
  const count = contacts.filter(Boolean).length;
  if (count === 0 || (!isNamed && count < lines.length)) return undefined;
  const start = { ...EMPTY_VCARD, name: isNamed ? name : "" };
  return lines
    .filter((_, line) => !isNamed || line !== at)
    .reduce((person, line) => withLine(person, line), start);
}

/** "Ana Berg <ana@example.org>" is a line for each; so is what commas or bars separate in a single line. */
function linesOf(text: string): string[] {
  const whole = text.trim().replace(/\s*<([^<>\s]+@[^<>\s]+)>/g, "\n$1");
  const separator = whole.includes("\n") ? /\n/ : /\s?[,;·•]\s+|\s?\|\s?/;
  return whole
    .split(separator)
    .map((line) => line.trim().replace(/[,;|]$/, ""))
    .filter(Boolean);
}

function contactIn(line: string): [VcardListField, string] | undefined {
  const value = line.replace(label, "").trim();
  const [email] = emailsIn(line);
  if (email && (line === email || value === email || value === `mailto:${email}`))
    return ["emails", email];
  for (const text of [line, value]) {
    if (phone.test(text) && (dialledNumber(text)?.length ?? 0) >= 6) return ["phones", text];
    if (/^https?:\/\//i.test(text) ? isWebAddress(text) : isBareDomain(text))
      return ["links", text];
  }
  return undefined;
}

function isName(line: string): boolean {
  const words = line.split(/\s+/);
  return words.length <= 5 && words.every((word) => nameWord.test(word)) && /^\P{Ll}/u.test(line);
}

function withLine(person: VcardPerson, line: string): VcardPerson {
  const contact = /^fax/i.test(line) || /^F\b[.:|]/.test(line) ? undefined : contactIn(line);
  if (!contact) return withNote(person, "", line);
  const [field, value] = contact;
  const values = field === "phones" ? phonesIn(value) : [value];
  return { ...person, [field]: [...new Set([...person[field], ...values])] };
}
