/** The questions to choose from when preparing an event. */

import type { NamedTarget } from "../../data/events";
import { shorten } from "../../domain/prompts/prompt";
import { type Wording, wordings } from "../../domain/prompts/wordings";

const SHOWN_COUNT = 6;
const families = ["open", "their_problem"];

/** Return at most six questions: those of the targets, then shipped ones for this goal, then general ones. */
export function questionsFor(goal: string, targets: NamedTarget[]): string[] {
  const fromTargets = targets.map(({ body }) => shorten(body.question)).filter(Boolean);
  const asking = wordings.filter(
    ({ family, text }) => families.includes(family) && text.endsWith("?"),
  );
  const forGoal = asking.filter((wording) => isForGoal(wording, goal));
  const general = asking.filter(({ goals }) => goals.length === 0);
  const texts = [...forGoal, ...general].map(({ text }) => text);
  return [...new Set([...fromTargets, ...texts])].slice(0, SHOWN_COUNT);
}

function isForGoal({ goals }: Wording, goal: string): boolean {
  const words = goal.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return goals.some((start) => words.some((word) => word.startsWith(start)));
}
