/** Texts made to be slow to parse: one sign or a short pattern, repeated up to a length. */
import { randomInt } from "./random";

const patterns: Record<string, string> = {
  "line breaks": "\n",
  "carriage returns": "\r\n",
  spaces: " ",
  tabs: "\t",
  "no-break spaces": "\u00a0",
  quotes: '"',
  "curly quotes": "“",
  apostrophes: "'",
  "open brackets": "(",
  "closed brackets": ")",
  commas: ",",
  semicolons: ";",
  "full stops": ".",
  "question marks": "?",
  digits: "7",
  "digits apart": "1 ",
  colons: ":",
  dashes: "-",
  "dashes apart": " - ",
  slashes: "/",
  backslashes: "\\",
  "at signs": "@",
  "beginnings of a calendar": "BEGIN:VEVENT\n",
  "beginnings of a card": "BEGIN:VCARD\n",
  "folded lines": "\n x",
  "combining marks": "e\u0301\u0323",
  "marks alone": "\u0301",
  emoji: "👩‍💻",
  "right to left": "שלום ",
  "one long word": "a",
  "one long name": "A",
  "a capital and a letter": "Aa ",
  "short words": "a b ",
  initials: "A. ",
  "names with hyphens": "A-a",
  "names in a list": "Ana, ",
  "labels without an end": "Title ",
  "mail addresses without an end": "a@a.",
  "host names": "a-a.",
  "links in brackets": "https://(",
  "days of the week": "by Friday ",
  dates: "3/4 ",
  "times of day": "12:30 ",
  "a word and line breaks": "when\n\n\n",
  "and again": "and to ",
  "promises again": "I'll promise to ",
  "equals signs": "=3D",
  "percent signs": "%41",
  "you again": "you ",
  "numbers of a card": "TEL:7\n",
  "titles of a card": "X-A:b\n",
  "prepositions far apart": "by  ",
  "commas and spaces": " , ",
  "line breaks and semicolons": "\n;",
};

/** The names of the shapes. */
export const shapes = [...Object.keys(patterns), "a mixture"];

/** Return texts of one shape: alone, and between two letters, where it ends in nothing that was waited for. */
export function hostileTexts(shape: string, length: number): string[] {
  const pattern = patterns[shape];
  const text = pattern ? pattern.repeat(Math.ceil(length / pattern.length)) : mixture(length);
  const alone = text.slice(0, length).toWellFormed();
  return [alone, `Ana ${alone}x`];
}

/** Return pieces of all shapes one after the other, in an order that the seed draws. */
function mixture(length: number): string {
  const all = Object.values(patterns);
  const pieces: string[] = [];
  for (let size = 0; size < length; size += pieces.at(-1)?.length ?? 0)
    pieces.push((all[randomInt(all.length)] ?? "").repeat(1 + randomInt(40)));
  return pieces.join("");
}
