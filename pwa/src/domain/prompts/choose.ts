/** Chooses the listening prompt for a conversation by rules; learning breaks ties. */

import { chooseStyle } from "./learning";
import type { Family, Prompt } from "./prompt";
import { lastResort, type PromptProposal, proposals } from "./rules";
import type { Situation } from "./situation";

/** The chosen prompt. */
export interface Choice {
  prompt: Prompt;
  family: Family;
  /** Why it was chosen, in one line. */
  why: string;
}

/** Choose the prompt for a conversation: the first rule with an allowed prompt decides, else it is a pause. */
export function choose(situation: Situation): Choice {
  const allowed = proposals(situation)
    .map(({ prompts, why }) => ({ why, prompts: prompts.filter(isAllowedIn(situation)) }))
    .find(({ prompts }) => prompts.length > 0);
  return pick(allowed ?? lastResort(situation), situation);
}

function isAllowedIn({ people, event, card, history, off }: Situation) {
  const ids = new Set(people.flatMap(({ person_id }) => person_id ?? []));
  const shown = new Set(
    history
      .filter((use) => use.card_id === card.id || use.person_ids.some((id) => ids.has(id)))
      .map((use) => use.prompt_id),
  );
  const [last, before] = history.filter((use) => use.event_id === (event?.id ?? null)).reverse();
  const tired = last?.family === before?.family ? last?.family : undefined;
  return (prompt: Prompt) =>
    !shown.has(prompt.id) && prompt.family !== tired && !off.includes(prompt.id);
}

/** Among wordings of one style, those not yet shown at this event go first. */
function pick(
  { prompts, why }: PromptProposal,
  { counters, draw, event, history }: Situation,
): Choice {
  const ofGoal = prompts.filter((prompt) => prompt.fits_goal);
  const fitting = ofGoal.length > 0 ? ofGoal : prompts;
  const present = [...new Set(fitting.map(({ style }) => style))];
  const style = chooseStyle(present, counters, draw);
  const seen = history.filter((use) => use.event_id === event?.id).map((use) => use.prompt_id);
  const ofStyle = fitting.filter((prompt) => prompt.style === style);
  const unseen = ofStyle.filter(({ id }) => !seen.includes(id));
  const offered = unseen.length > 0 ? unseen : ofStyle;
  const prompt = offered[Math.floor(draw() * offered.length)] as Prompt;
  return { prompt, family: prompt.family, why };
}
