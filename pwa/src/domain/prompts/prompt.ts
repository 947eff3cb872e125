/** A listening prompt: at most nine words, of one family and one style. */

/** The families of prompts. */
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
/** What a prompt is for. */
export type Family = (typeof families)[number];

/** The styles of prompts, which learning compares. */
export const styles = ["open_question", "say_it_back", "concrete_follow_up"] as const;
/** How a prompt is worded. */
export type Style = (typeof styles)[number];

/** A prompt that can be shown. */
export interface Prompt {
  id: string;
  text: string;
  family: Family;
  style: Style;
}

/** How many words a prompt may have. */
export const mostWords = 9;

/** Count the words of a text. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

/**
 * Count the words of a user's own prompt if there are too many.
 * @returns null where the prompt is short enough
 */
export function countIfTooLong(text: string): number | null {
  const count = countWords(text);
  return count > mostWords ? count : null;
}

/** Shorten a text at a word boundary; an ellipsis shows that something was cut off. */
export function shorten(text: string, most = mostWords): string {
  const words = wordsOf(text);
  if (words.length <= most) return words.join(" ");
  return `${words
    .slice(0, most)
    .join(" ")
    .replace(/(?<![\p{P}\s])[\p{P}\s]+$/u, "")}…`;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
