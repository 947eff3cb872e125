/** Finds numbers in texts by their digits, however they are written. */
import { latinDigits, onlyDigits } from "../domain/latin_digits";

/** A run of digits with what is written between those of one number. */
const NUMBER = /\d(?:[\s().\u2010-\u2015/-]{0,3}\d){4,24}/g;
/** So many last digits are the same with and without the code of the country. */
const COMPARED_DIGITS = 8;

/** Return the digits of each number with at least five; the zero of "+44 (0)20" is none of them. */
export function numbersIn(text: string): string[] {
  const found = plain(text).match(NUMBER) ?? [];
  return found.map((number) => onlyDigits(number));
}

/** Return the numbers of a question as they occur in any spelling: without the code of the country or a leading zero. */
export function soughtNumbers(text: string): string[] {
  return numbersIn(text).map((number) => {
    const digits = number.replace(/^0+(?=\d{4})/, "");
    return digits.length > COMPARED_DIGITS + 1 ? digits.slice(-COMPARED_DIGITS) : digits;
  });
}

/** Return a text without its numbers. */
export function withoutNumbers(text: string): string {
  return plain(text).replace(NUMBER, " ").replaceAll("+", " ");
}

function plain(text: string): string {
  return latinDigits(text).replace(/\(0\)/g, "");
}
