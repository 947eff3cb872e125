/** What kinds of record and their fields are called on screen. */

import { countEach, ownValue } from "../domain/own_value";
import { type Kind, labels } from "./kinds.gen";

const countedKinds: Record<string, [one: string, many: string]> = {
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
  const [one, many] = ownValue(countedKinds, kind) ?? ["other record", "other records"];
  return `${count} ${count === 1 ? one : many}`;
}

/** Return all kinds of some records, counted, in words: "2 notes and 1 person". */
export function countedByKind(records: { kind: string }[]): string {
  const counts = countEach(
    records.map(({ kind }) => (Object.hasOwn(countedKinds, kind) ? kind : "")),
  );
  const parts = inDisplayOrder(counts);
  const list = new Intl.ListFormat("en", { type: "conjunction" });
  return list.format(parts.map(([kind, count]) => countInWords(kind, count)));
}

/** List values by kind in the order of display: notes, people, promises, the rest. */
export function inDisplayOrder<T>(byKind: Record<string, T>): [kind: string, value: T][] {
  const place = (kind: string) => [...Object.keys(countedKinds), kind].indexOf(kind);
  return Object.entries(byKind).sort(([a], [b]) => place(a) - place(b));
}

/**
 * Return the label of a field, as the schema has it, for use within a sentence.
 * @param kind - may be one that only a newer version of the app knows, as may the field
 */
export function fieldLabel(kind: string, field: string): string {
  return (
    ownValue(ownValue<Record<string, string>>(labels, kind) ?? {}, field) ??
    field.replaceAll("_", " ")
  );
}

/** Return the label of a field with a capital, for use as a heading. */
export function fieldTitle(kind: Kind, field: string): string {
  const label = fieldLabel(kind, field);
  return label.charAt(0).toUpperCase() + label.slice(1);
}
