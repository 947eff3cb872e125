/** Reads the names in the who field, as far as possible without the rules of the note parser. */

const particle = "(?:van|von|de|del|der|den|da|di|la|le|el|al|bin|ibn|dos|du|af|ten|ter)";
const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const nameLike = new RegExp(`^${word}(?: (?:${particle} )*${word}){0,3}$`, "u");
const acronym = /^\p{Lu}{2,4}$/u;
/** Where the name ends and the rest of a line begins. */
const endOfName = /[:;(]|\s[-–—]\s/u;

/** Return the names of a list such as "Ana Ruiz, Li"; empty where the text is anything else. */
export function listedNames(text: string): string[] {
  const names = text.split(",").map((part) => part.trim());
  if (names.at(-1) === "") names.pop();
  return names.every(isNameLike) ? names : [];
}

/** Return the names that are completed by a comma, before the one that is still being typed. */
export function completeNames(text: string): string[] {
  const parts = text.split(",").map((part) => part.trim());
  const ended = parts.slice(0, -1);
  const other = ended.findIndex((part) => !isNameLike(part));
  return other < 0 ? ended : ended.slice(0, other);
}

/** Return whom a text names before it is read; a description such as "tall, blue badge" is one person. */
export function namesSoFar(text: string): string[] {
  const complete = completeNames(text);
  if (complete.length > 0) return complete;
  const head = text.split(endOfName)[0]?.trim() ?? "";
  return isNameLike(head) ? [head] : [text.trim()].filter(Boolean);
}

function isNameLike(text: string): boolean {
  return nameLike.test(text) && !acronym.test(text);
}
