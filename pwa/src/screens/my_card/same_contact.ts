/** Tells when two spellings of an e-mail address, a number or a link are the same one. */
import type { VcardListField, VcardPerson } from "../../domain/vcard/vcard_person";

type Reachable = Pick<VcardPerson, VcardListField>;

/** The end of a number is the same with and without the country's prefix. */
const TELLING_DIGITS = 8;

const spellings: Record<VcardListField, (text: string) => string> = {
  emails: (text) => text.trim().toLowerCase(),
  phones: endOfNumber,
  links: endOfLink,
};

/** Give those of the second list that the first one does not hold in any spelling. */
export function freshOf(field: VcardListField, known: string[], said: string[]): string[] {
  const spelled = (text: string) => spellings[field](text) || text;
  const held = new Set(known.map(spelled));
  return said.filter((text) => !held.has(spelled(text)));
}

/** Ask whether both hold the same address, number or link; too short a number tells nothing. */
export function isShared(field: VcardListField, one: Reachable, other: Reachable): boolean {
  const held = new Set(one[field].map(spellings[field]).filter(Boolean));
  return other[field].some((text) => held.has(spellings[field](text)));
}

function endOfNumber(text: string): string {
  const digits = text.replace(/\D/g, "");
  return digits.length < TELLING_DIGITS ? "" : digits.slice(-TELLING_DIGITS);
}

function endOfLink(text: string): string {
  const path = text.trim().replace(/^https?:\/\/(www\.)?/i, "");
  return path
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .toLowerCase();
}
