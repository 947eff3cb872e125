/** Finds the digits to dial in a phone number as people write it. */
import { latinDigits, onlyDigits } from "../latin_digits";

const FEWEST_DIGITS = 3;
/** The most that a number can have (ITU-T E.164), with a leading double zero. */
const MOST_DIGITS = 17;
/** An area code has fewer digits, so that a slash behind it does not begin a second number. */
const WHOLE_NUMBER_DIGITS = 7;
/** With fewer digits, capitals behind them may be dialled as well. */
const VANITY_DIGITS = 10;
const LONGEST = 200;

const piece = /^[\d\s().\u2010-\u2015\u2212-]+/;
/** What may follow a number and is neither dialled nor part of it. */
const extension =
  /^[\s,.-]*(?:ext(?:ension|n)?|x|durchwahl|dw|apparat|app|poste|interno|int|anexo|доб|p|w)[\s.:]*\d/iu;
const conjunction = /^\s*(?:or|and|oder|und|ou|et|o|y|eller)\s/i;

/**
 * Return what to dial: digits, with a plus where the country is given. Of several numbers the first counts; an
 * extension is left out, as is the zero of "+44 (0)20".
 * @returns undefined where no number is certain, as in "+1 800 FLOWERS"
 */
export function dialledNumber(typed: string): string | undefined {
  const text = latinDigits(typed.slice(0, LONGEST)).normalize("NFKC");
  const start = startOf(text);
  if (start < 0 || /[*#]\s*$|\p{L}$/u.test(text.slice(0, start))) return undefined;
  const number = firstNumber(text.slice(start));
  const digits = onlyDigits(number);
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) return undefined;
  if (goesOnInLetters(text.slice(start + number.length), digits.length)) return undefined;
  const national = withoutTrunkZero(number).replace(/\D/g, "");
  if (number.includes("+")) return `+${national}`;
  return /^00[1-9]\d{6}/.test(national) ? `+${national.slice(2)}` : national;
}

/** Return the numbers that are written as one; only one with its country begins a further number for certain. */
export function phonesIn(text: string): string[] {
  return text
    .slice(0, LONGEST)
    .split(/\s?(?:[/|&,]|\bor\b|\boder\b|\bund\b|\band\b)\s?(?=\+|00[1-9])/i)
    .map((number) => number.trim())
    .filter(Boolean)
    .concat(text.length > LONGEST ? [text.slice(LONGEST)] : []);
}

/** A plus begins a number for certain, unless a whole one stands before it. */
function startOf(text: string): number {
  const plus = text.search(/\+\s*\(?\d/);
  const isFirst = onlyDigits(text.slice(0, Math.max(plus, 0))).length < WHOLE_NUMBER_DIGITS;
  return plus >= 0 && isFirst ? plus : text.search(/\d/);
}

function firstNumber(text: string): string {
  const plus = /^\+?/.exec(text)?.[0] ?? "";
  const first = plus + (piece.exec(text.slice(plus.length))?.[0] ?? "");
  const rest = text.slice(first.length);
  const isArea = onlyDigits(first).length < WHOLE_NUMBER_DIGITS && /^\/\s*(?!00)\d/.test(rest);
  return isArea ? `${first}/${piece.exec(rest.slice(1))?.[0] ?? ""}` : first;
}

/** The zero that is dialled only within the country. */
function withoutTrunkZero(number: string): string {
  return /^(?:\+|00)/.test(number) ? number.replace(/\(\s*0\s*\)/, "") : number;
}

function goesOnInLetters(after: string, digitCount: number): boolean {
  if (!/^\s*\p{L}/u.test(after) || extension.test(after) || conjunction.test(after)) return false;
  const isCapital = /^\s*\p{Lu}{2}/u.test(after);
  return digitCount < (isCapital ? VANITY_DIGITS : WHOLE_NUMBER_DIGITS);
}
