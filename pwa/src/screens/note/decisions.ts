/** Stores the user's decisions on the parts of a line, so that they last when the card is opened again. */

import { limits } from "../../data/kinds.gen";
import type { Decision } from "./reading";

type Decisions = Record<string, Decision>;

/** Encode decisions as lines of text; one that is too long for a line is left out. */
export function encodeDecisions(decisions: Decisions): string[] {
  return Object.entries(decisions)
    .map((entry) => JSON.stringify(entry))
    .filter((line) => line.length <= limits.line);
}

/** Decode such lines; invalid ones are left out. */
export function decodeDecisions(lines: string[]): Decisions {
  return Object.fromEntries(lines.flatMap(decodeDecision));
}

function decodeDecision(line: string): [string, Decision][] {
  try {
    const [key, decision] = JSON.parse(line);
    return typeof key === "string" && isDecision(decision) ? [[key, decision]] : [];
  } catch {
    return [];
  }
}

function isDecision(value: Record<string, unknown> | null | undefined): value is Decision {
  if (value?.is === "so") return typeof value.value === "string";
  return value?.is === "known"
    ? typeof value.id === "string"
    : ["new", "not"].includes(`${value?.is}`);
}
