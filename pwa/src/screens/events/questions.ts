/** Which questions to choose from in the preparation: those for the targets, then shipped ones that fit. */

import type { Wanted } from "../../data/events";
import { shorten } from "../../domain/prompts/prompt";
import { type Wording, wordings } from "../../domain/prompts/wordings";

const SHOWN_COUNT = 6;
const families = ["open", "their_problem"];

/** Give at most six questions for an event with this goal and these targets. */
export function questionsFor(goal: string, targets: Wanted[]): string[] {
  const own = targets.map(({ body }) => shorten(body.question)).filter(Boolean);
  const asking = wordings.filter(
    ({ family, text }) => families.includes(family) && text.endsWith("?"),
  );
  const fitting = asking.filter((wording) => isForGoal(wording, goal));
  const general = asking.filter(({ goals }) => goals.length === 0);
  const texts = [...fitting, ...general].map(({ text }) => text);
  return [...new Set([...own, ...texts])].slice(0, SHOWN_COUNT);
}

function isForGoal({ goals }: Wording, goal: string): boolean {
  const words = goal.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return goals.some((start) => words.some((word) => word.startsWith(start)));
}
