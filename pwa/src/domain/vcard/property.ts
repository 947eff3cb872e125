/** One property of a card, such as `TEL`, and how its text is taken apart. */

/** What a card says in one line: the property's name in capitals, and its text in the parts that the format has. */
export interface Property {
  name: string;
  parts: string[];
  /** The types of the property in lower case, such as `fax`. */
  types: string[];
  /** What the owner of an address book called the value, such as "Assistant"; empty for nothing. */
  label?: string;
}

/** Split a text at each separator without a backslash before it; backslashes stay in the parts. */
export function splitUnescaped(text: string, separator: "," | ";"): string[] {
  const parts = [""];
  for (const [sign] of text.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (sign === separator) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** Remove the backslashes that escape the signs of a part. */
export function unescapePart(text: string): string {
  return text.replace(/\\([\\;:,"nN])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));
}

/**
 * Decode quoted-printable text (RFC 2045, section 6.7).
 * @param charset - of the bytes; an unknown one counts as UTF-8
 */
export function decodeQuotedPrintable(value: string, charset?: string): string {
  // Every other piece is a run of encoded bytes.
  const bytes = value
    .split(/((?:=[0-9a-f]{2})+)/i)
    .map((piece, at) => (at % 2 ? bytesOf(piece) : new TextEncoder().encode(piece)));
  return textOf(new Uint8Array(bytes.flatMap((piece) => [...piece])), charset);
}

function bytesOf(encoded: string): number[] {
  const hex = encoded.split("=").slice(1);
  return hex.map((one) => Number.parseInt(one, 16));
}

function textOf(bytes: Uint8Array, charset = "utf-8"): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
