/** Finds, in what was noted of a problem, words of theirs that can be said back to them. */

import { speaksOfSomebody } from "./others";

const LONGEST_CHARACTERS = 160;
/** Words in quotation marks. */
export const spoken = /[“"«„]([^“”"«»„]{3,})[”"»“]/u;

/**
 * Give words of theirs that can be quoted to them, or nothing.
 * takes: what was noted; their own names; the names of everybody else who is known
 * gives: what stands in quotation marks, else the first clause that speaks of nobody in the third person
 */
export function quotable(noted: string, own: string[], others: string[]): string | null {
  const said = spoken.exec(noted)?.[1];
  const clauses = said ? [said] : noted.split(/[.!?;\n]+/);
  const usable = clauses
    .map((clause) => withoutSubject(clause.trim(), own))
    .find((clause) => isWords(clause) && !speaksOfSomebody(clause, [...own, ...others]));
  return usable ? shortened(usable) : null;
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

function isWords(clause: string): boolean {
  return /\p{L}{2}/u.test(clause);
}

function shortened(words: string): string {
  if (words.length <= LONGEST_CHARACTERS) return words;
  const cut = words.slice(0, LONGEST_CHARACTERS);
  return `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
