/** Finds in notes about a person the words that can be quoted to them: none that mention somebody else. */

const MAX_CHARACTERS = 160;
/** Words in quotation marks. */
export const quotedWords = /[“"«„]([^“”"«»„]{3,})[”"»“]/u;
const capitalised = /\p{Lu}[\p{L}\p{M}'’-]*/gu;
const thirdPerson = /\b(?:she|he|her|hers|him|his|they|them|their|theirs)\b/iu;

/**
 * Return words of theirs that can be quoted to them.
 *
 * @param noted - what was noted of a problem or a conversation
 * @param own - their own names, the whole one first
 * @param others - parts of the names of everybody else
 * @returns the words in quotation marks, else the first clause that mentions nobody; null where there is none
 */
export function quotableWords(noted: string, own: string[], others: string[]): string | null {
  const quoted = quotedWords.exec(noted)?.[1];
  const clauses = quoted ? [quoted] : noted.split(/[.!?;\n]+/);
  const usable = clauses
    .map((clause) => withoutSubject(clause.trim(), own))
    .find((clause) => hasLetters(clause) && !mentionsSomebody(clause, [...own, ...others]));
  return usable ? shortened(usable) : null;
}

/** Return the parts of names: "Li" and "Wen" of "Li Wen". */
export function nameParts(names: string[]): string[] {
  return names.flatMap((one) => one.match(capitalised) ?? []).map(withoutPossessive);
}

/** Check whether a text mentions somebody, in the third person or by one of these parts of names. */
export function mentionsSomebody(text: string, parts: string[]): boolean {
  const named = new Set((text.match(capitalised) ?? []).map(withoutPossessive));
  return thirdPerson.test(text) || parts.some((one) => named.has(one));
}

/** "She is drowning in audits" was said as "drowning in audits". */
function withoutSubject(clause: string, own: string[]): string {
  const subjects = ["she", "he", "they", ...own].map(escaped).join("|");
  const subject = new RegExp(
    `^(?:${subjects})(?:\\s+(?:is|are|was|were)\\b|['’](?:s|re)\\b)?\\s+`,
    "iu",
  );
  return clause.replace(subject, "");
}

function hasLetters(clause: string): boolean {
  return /\p{L}{2}/u.test(clause);
}

function shortened(words: string): string {
  if (words.length <= MAX_CHARACTERS) return words;
  const cut = words.slice(0, MAX_CHARACTERS);
  return `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function withoutPossessive(word: string): string {
  return word.replace(/['’]s?$/u, "");
}
