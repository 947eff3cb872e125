/** How decisions on the parts of a line are written down, so that a card that is opened again remembers them. */

import { limits } from "../../data/kinds.gen";
import type { Decision } from "./reading";

type Decisions = Record<string, Decision>;

/** Give the decisions as lines of text; one that is too long for a line is not written down. */
export function writtenDown(decisions: Decisions): string[] {
  return Object.entries(decisions)
    .map((entry) => JSON.stringify(entry))
    .filter((line) => line.length <= limits.line);
}

/** Read such lines back; what is no decision is left out. */
export function readBack(lines: string[]): Decisions {
  return Object.fromEntries(lines.flatMap(decisionIn));
}

function decisionIn(line: string): [string, Decision][] {
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
