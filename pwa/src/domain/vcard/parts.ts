/** Takes the text of a card apart where a sign parts it, but not where a backslash stands before it. */

/** Give the parts of a text; their backslashes stay. */
export function apart(text: string, between: "," | ";"): string[] {
  const parts = [""];
  for (const [sign] of text.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (sign === between) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** Give a part as it was before backslashes were put into it. */
export function unescaped(text: string): string {
  return text.replace(/\\([\\;:,"nN])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));
}
