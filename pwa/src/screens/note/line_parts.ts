/** Creates the parts of a line that are shown, and applies the user's decisions to them. */

import type { Found } from "../../domain/note_parser/parsed_note";
import type { Decision, LinePart } from "./reading";

export type Decisions = Record<string, Decision>;

/** Return the value of a part: its own, a corrected one, or null while it is uncertain or was removed. */
export function acceptedValue(
  { value, sure }: Found,
  decision: Decision | undefined,
): string | null {
  if (decision?.is === "so") return decision.value;
  return sure && !decision ? value : null;
}

/**
 * Return the part for something found, in a list that is empty where it was removed.
 */
export function toParts(
  found: Found,
  { label, decisions }: { label: string; decisions: Decisions },
): LinePart[] {
  const key = partKey(label, found.value);
  const decision = decisions[key];
  if (decision?.is === "not") return [];
  const accepted = acceptedValue(found, decision);
  const value = accepted ?? found.value;
  const yes = { words: "Yes", decision: { is: "so" as const, value } };
  const choices = accepted === null ? [yes] : [];
  return [{ key, label, text: value, value, is_day: false, choices, dismissal: { is: "not" } }];
}

/** Return the key of a part, made of its label and text, so that a decision lasts as long as the text does. */
export function partKey(label: string, value: string): string {
  return `${label}: ${value}`;
}
