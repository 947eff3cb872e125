/** What a listening prompt is: nine words at most, of one family and one style. */

export const families = [
  "open",
  "their_problem",
  "follow_up",
  "say_it_back",
  "pause",
  "help",
  "depth",
  "close",
] as const;
export type Family = (typeof families)[number];

export const styles = ["open_question", "say_it_back", "concrete_follow_up"] as const;
export type Style = (typeof styles)[number];

export interface Prompt {
  id: string;
  text: string;
  family: Family;
  style: Style;
}

export const mostWords = 9;

/** Count the words of a text. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

/**
 * Say how many words a user's own prompt has where they are too many.
 * gives: the count, or null where the prompt can be taken.
 */
export function countIfTooLong(text: string): number | null {
  const count = countWords(text);
  return count > mostWords ? count : null;
}

/** Shorten a text at a word boundary; what was cut off is shown by an ellipsis. */
export function shorten(text: string, most = mostWords): string {
  const words = wordsOf(text);
  if (words.length <= most) return words.join(" ");
  return `${words
    .slice(0, most)
    .join(" ")
    .replace(/[\p{P}\s]+$/u, "")}…`;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
