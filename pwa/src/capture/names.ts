/** Reads what stands in the who field: which names are complete, and what is too long for a name. */

import { limits } from "../records/kinds.gen";

export interface WhoText {
  names: string[];
  rest: string;
}

/**
 * Cut a text at its commas into names that are complete and the rest that is still being typed.
 * Only what begins like a name is cut: "tall, blue badge, climbs" describes one person.
 */
export function cutNames(text: string): WhoText {
  const comma = text.indexOf(",");
  const name = text.slice(0, comma).trim();
  if (comma < 0 || !/^\p{Lu}/u.test(name)) return { names: [], rest: text };
  const after = cutNames(text.slice(comma + 1).trimStart());
  return { names: [name, ...after.names], rest: after.rest };
}

/** Cut a text that is too long for a name; what is left over belongs in the notes. */
export function cutOverflow(text: string): { name: string; overflow: string } {
  const letters = [...text];
  return {
    name: letters.slice(0, limits.line).join(""),
    overflow: letters.slice(limits.line).join(""),
  };
}
