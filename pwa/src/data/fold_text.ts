/** Folds texts so that they can be compared regardless of case, accents, script of digits and punctuation. */

import { latinDigits } from "../domain/latin_digits";

const BEYOND_ASCII = /[\u0080-\uffff]/;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const ASCII_WORD = /^[a-z0-9]$/i;

/** Letters that Unicode does not take apart, as people type them on a keyboard without them. */
const PLAIN_LETTERS = new Map([
  ["ł", "l"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["ħ", "h"],
  ["ŧ", "t"],
  ["ŋ", "n"],
  ["ı", "i"],
  ["ĸ", "k"],
  ["ə", "e"],
  ["ƒ", "f"],
  ["ɓ", "b"],
  ["ɗ", "d"],
  ["ƙ", "k"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
  ["ς", "σ"],
]);
const PLAIN_LETTER = new RegExp(`[${[...PLAIN_LETTERS.keys()].join("")}]`, "g");

/** A folded text, and for each of its characters where the original one is in the text. */
export interface FoldedText {
  folded: string;
  origins: number[];
}

/** Fold a text: lower case without accents, plain letters and digits, words separated by one blank. */
export function foldText(text: string): string {
  const plain = BEYOND_ASCII.test(text) ? plainLetters(text) : text.toLowerCase();
  return plain.replace(NO_WORD, " ");
}

/** Fold a text as `foldText` does, and map each folded character to its place in the text. */
export function foldWithOrigins(text: string): FoldedText {
  const folded: string[] = [];
  const origins: number[] = [];
  const known = new Map<string, string>();
  let at = 0;
  for (const character of text) {
    // Each hit of each keystroke comes here, and most letters need no more than lower case.
    const plain = known.get(character) ?? foldCharacter(character);
    known.set(character, plain);
    if (plain !== " " || folded.at(-1) !== " ") {
      if (plain) folded.push(plain);
      for (let unit = 0; unit < plain.length; unit++) origins.push(at);
    }
    at += character.length;
  }
  return { folded: folded.join(""), origins };
}

function foldCharacter(character: string): string {
  return ASCII_WORD.test(character) ? character.toLowerCase() : foldText(character);
}

function plainLetters(text: string): string {
  const lower = latinDigits(text).normalize("NFD").toLowerCase();
  const unmarked = lower.replace(/\p{M}+/gu, "");
  return unmarked.replace(PLAIN_LETTER, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
}
