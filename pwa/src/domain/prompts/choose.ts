/** Chooses the one listening prompt for a talk, by the rules, with learning to break ties. */

import { chooseStyle } from "./learning";
import type { Family, Prompt } from "./prompt";
import { lastResort, type Proposal, proposals } from "./rules";
import type { Situation } from "./situation";

export interface Choice {
  prompt: Prompt;
  family: Family;
  /** One line, in plain words, for whoever asks why. */
  why: string;
}

/**
 * Choose the prompt to show for a talk.
 * gives: always one: the first of the rules with anything allowed decides, and a pause remains.
 */
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

/** Among wordings of one style, those that this event has not seen yet go first. */
function pick({ prompts, why }: Proposal, { counters, draw, event, history }: Situation): Choice {
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
