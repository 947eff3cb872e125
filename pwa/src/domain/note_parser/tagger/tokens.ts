/** Splits a note into tokens, exactly as `models/line/tokens.py` does. */

import { ownValue } from "../../own_value";

export type Kind = "email" | "url" | "ending" | "word" | "number" | "break" | "sign";

/** A token and its place: `note.slice(from, to)`. */
export interface Token {
  from: number;
  to: number;
  kind: Kind;
  text: string;
}

/** What is read of one note: a longer one is read up to here. */
const mostTokens = 512;
const space =
  "\\t\\v\\f\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const token = new RegExp(
  [
    `[${space}]+`,
    "(?<break>\\n)",
    "(?<email>[A-Za-z0-9._%+\\-]{1,64}@[A-Za-z0-9\\-]{1,64}(?:\\.[A-Za-z0-9\\-]{1,64}){1,4})",
    `(?<url>(?:[Hh]ttps?://|[Ww]ww\\.)[^${space}\\n]{1,2000})`,
    "(?<ending>['’](?:ll|LL|ve|VE|re|RE|[mdstMDST])(?![\\p{L}\\p{M}]))",
    "(?<word>[\\p{L}\\p{M}]+)",
    "(?<number>\\p{N}+)",
    "(?<sign>.)",
  ].join("|"),
  "suy",
);
const letters: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  ı: "i",
  đ: "d",
  æ: "ae",
  œ: "oe",
};

/** Split a note into its first 512 tokens. */
export function tokensOf(note: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (tokens.length < mostTokens) {
    const match = token.exec(note);
    if (!match) break;
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    const from = match.index;
    if (kind) {
      const text = match[0];
      tokens.push({ from, to: from + text.length, kind: kind as Kind, text });
    }
  }
  return tokens;
}

/** Return a word in lower case without accents, as the lists have it. */
export function fold(word: string): string {
  const plain = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return plain.replace(/[ßøłıđæœ]/g, (letter) => ownValue(letters, letter) ?? letter);
}
