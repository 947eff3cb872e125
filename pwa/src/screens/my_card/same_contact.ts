/** Whether two spellings of an e-mail address, a phone number or a link are the same one. */
import { onlyDigits } from "../../domain/latin_digits";
import { dialledNumber } from "../../domain/vcard/phone_number";
import type { VcardListField, VcardPerson } from "../../domain/vcard/vcard_person";

type Reachable = Pick<VcardPerson, VcardListField>;

/** So many last digits are the same with and without the country code. */
const COMPARED_DIGITS = 8;

const NORMALIZERS: Record<VcardListField, (text: string) => string> = {
  emails: (text) => text.trim().toLowerCase(),
  phones: endOfNumber,
  links: endOfLink,
};

/** Return the items of the second list that the first one has in no spelling. */
export function newOnes(field: VcardListField, known: string[], scanned: string[]): string[] {
  const normalized = (text: string) => NORMALIZERS[field](text) || text;
  const own = new Set(known.map(normalized));
  return scanned.filter((text) => !own.has(normalized(text)));
}

/** Check whether both have the same address, number or link; a number that is too short never counts. */
export function isShared(field: VcardListField, one: Reachable, other: Reachable): boolean {
  const own = new Set(one[field].map(NORMALIZERS[field]).filter(Boolean));
  return other[field].some((text) => own.has(NORMALIZERS[field](text)));
}

function endOfNumber(text: string): string {
  const digits = onlyDigits(dialledNumber(text) ?? "");
  return digits.length < COMPARED_DIGITS ? "" : digits.slice(-COMPARED_DIGITS);
}

function endOfLink(text: string): string {
  const path = text.trim().replace(/^https?:\/\/(www\.)?/i, "");
  return path
    .replace(/[?#][\s\S]*$/, "")
    .replace(/(?<!\/)\/+$/, "")
    .toLowerCase();
}
