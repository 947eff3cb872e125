/** One property of a card, such as `TEL`, and how its text is taken apart. */

/** What a card says in one line: the property's name in capitals, and its text in the parts that the format has. */
export interface Property {
  name: string;
  parts: string[];
  /** The types of the property in lower case, such as `fax`. */
  types: string[];
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
