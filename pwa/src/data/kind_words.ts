/** What records of each kind are called when they are counted on screen. */

const words: Record<string, [one: string, many: string]> = {
  conversation: ["note", "notes"],
  person: ["person", "people"],
  follow_up: ["promise", "promises"],
  event: ["event", "events"],
  target: ["target", "targets"],
  problem: ["problem", "problems"],
  strength: ["strength", "strengths"],
  prompt: ["prompt", "prompts"],
  prompt_use: ["prompt shown", "prompts shown"],
  nudge: ["nudge", "nudges"],
  setting: ["setting", "settings"],
};

/** Return a count of records in words: "2 notes", "1 person". */
export function countInWords(kind: string, count: number): string {
  const [one, many] = words[kind] ?? ["other record", "other records"];
  return `${count} ${count === 1 ? one : many}`;
}

/** List values by kind in the order of display: notes, people, promises, the rest. */
export function inDisplayOrder<T>(byKind: Record<string, T>): [kind: string, value: T][] {
  const place = (kind: string) => [...Object.keys(words), kind].indexOf(kind);
  return Object.entries(byKind).sort(([a], [b]) => place(a) - place(b));
}
