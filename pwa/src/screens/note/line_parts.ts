/** Makes the parts of a line that are shown, and says what became of each. */

import type { Found } from "../../domain/note_parser/parsed_note";
import type { Decision, Part } from "./reading";

export type Decisions = Record<string, Decision>;

/** Give what a part stands for now: its own words, corrected ones, or nothing while it asks or was dismissed. */
export function takenAs({ value, sure }: Found, decision: Decision | undefined): string | null {
  if (decision?.is === "so") return decision.value;
  return sure && !decision ? value : null;
}

/**
 * Make the part of something found, if it was not dismissed.
 * takes: its label, and how to ask for it while it is not sure, as in "by Friday?"
 */
export function partOf(
  found: Found,
  { label, decisions }: { label: string; decisions: Decisions },
): Part[] {
  const key = keyOf(label, found.value);
  const decision = decisions[key];
  if (decision?.is === "not") return [];
  const taken = takenAs(found, decision);
  const value = taken ?? found.value;
  const yes = { words: "Yes", decision: { is: "so" as const, value } };
  const asks = taken === null ? [yes] : [];
  return [
    { key, label, said: value, value, is_day: false, choices: asks, dismissal: { is: "not" } },
  ];
}

/** Name a part by what it is and the words that it was found as, so that a decision lasts while they stand. */
export function keyOf(label: string, value: string): string {
  return `${label}: ${value}`;
}
