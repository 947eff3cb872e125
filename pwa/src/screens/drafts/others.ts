/** Tells whether a text speaks of somebody, so that nobody is spoken of to others. */

const name = /\p{Lu}[\p{L}\p{M}'’-]*/gu;
const thirdPerson = /\b(?:she|he|her|hers|him|his|they|them|their|theirs)\b/iu;

/** Give the parts of names by which people are known: "Li Wen" is known as "Li" and as "Wen". */
export function knownAs(names: string[]): string[] {
  return names.flatMap((one) => one.match(name) ?? []).map(bare);
}

/** Tell whether a text speaks of somebody in the third person, or holds one of these parts of names. */
export function speaksOfSomebody(text: string, known: string[]): boolean {
  const said = new Set((text.match(name) ?? []).map(bare));
  return thirdPerson.test(text) || known.some((one) => said.has(one));
}

function bare(word: string): string {
  return word.replace(/['’]s?$/u, "");
}
