/** Reads the digits of all scripts as 0 to 9. */

/** Return a text with the digits of all scripts as 0 to 9. */
export function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digitValue);
}

/** Return the digits of a text and nothing else. */
export function onlyDigits(text: string): string {
  return text.replace(/\D/g, "");
}

/**
 * Return the value of a digit. A script has its ten digits in a row, which begins at a code that is divisible by 16, or
 * 6 after it; the digits of mathematics, which do not, are compatible with the Latin ones.
 */
function digitValue(digit: string): string {
  const plain = digit.normalize("NFKC");
  if (/^\d$/.test(plain)) return plain;
  const code = plain.codePointAt(0) ?? 0;
  const row = code - (code % 16);
  return `${code - row - (/\p{Nd}/u.test(String.fromCodePoint(row)) ? 0 : 6)}`;
}
