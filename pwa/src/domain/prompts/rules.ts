/** The rules by which a prompt is chosen: each proposes prompts, and says why. */

import { openQuestions } from "./open_question";
import { type Family, type Prompt, shorten } from "./prompt";
import {
  leastKnown,
  type PersonInConversation,
  type Situation,
  shownInConversation,
} from "./situation";
import { wordings } from "./wordings";

/** A prompt that a rule proposes; one for the event's goal goes before the others of its family. */
export type Proposed = Prompt & { fits_goal?: boolean };

/** The prompts that a rule proposes. */
export interface PromptProposal {
  prompts: Proposed[];
  why: string;
}

type Rule = (situation: Situation, person: PersonInConversation | undefined) => PromptProposal[];

const rules: Rule[] = [ownQuestion, leftOpen, firstMeeting, emptySlot, deeper, listenMore];

/** Return what the six rules propose, in their order. */
export function proposals(situation: Situation): PromptProposal[] {
  const person = leastKnown(situation.people);
  return rules.flatMap((rule) => rule(situation, person));
}

/** Return a pause, for when nothing else is allowed. */
export function lastResort(situation: Situation): PromptProposal {
  const pauses = ofFamily("pause", situation);
  const wanted = pauses.filter((prompt) => !situation.off.includes(prompt.id));
  return {
    prompts: wanted.length > 0 ? wanted : pauses,
    why: "You have seen everything else: just listen.",
  };
}

function ownQuestion(
  { event, history }: Situation,
  person: PersonInConversation | undefined,
): PromptProposal[] {
  const questions = (event?.targets ?? [])
    .filter((target) => person && isFor(target, person) && target.question.trim())
    .map((target) => ({ id: `target:${target.id}`, text: shorten(target.question) }))
    .filter(({ id }) => !history.some((use) => use.prompt_id === id && use.event_id === event?.id));
  return questions.map((question) => ({
    prompts: [{ ...question, family: "open", style: "open_question" }],
    why: "Your own question for this target.",
  }));
}

function isFor(
  target: { id: string; person_id: string | null },
  person: PersonInConversation,
): boolean {
  const isThisPerson = target.person_id !== null && target.person_id === person.person_id;
  return isThisPerson || target.id === person.target_id;
}

function leftOpen(
  situation: Situation,
  person: PersonInConversation | undefined,
): PromptProposal[] {
  if (!person || person.earlier_conversations_count === 0) return [];
  return openQuestions(person, situation).map((prompt) => ({
    prompts: [prompt],
    why: "You left this open last time.",
  }));
}

function firstMeeting(
  situation: Situation,
  person: PersonInConversation | undefined,
): PromptProposal[] {
  const { card } = situation;
  if (person && (person.earlier_conversations_count > 0 || knowsAnything(person))) return [];
  if (card.problem.trim() || card.promise.trim()) return [];
  return shownInConversation(situation).length === 0
    ? [propose("open", "A first meeting: begin with an open question.", situation)]
    : [propose("their_problem", "A first meeting: ask what is hard for them.", situation)];
}

function knowsAnything(person: PersonInConversation): boolean {
  return person.has_unsolved_problem || person.promise !== null;
}

function emptySlot(
  situation: Situation,
  person: PersonInConversation | undefined,
): PromptProposal[] {
  const known = whatIsKnown(situation, person);
  const found: PromptProposal[] = [];
  if (!known.problem)
    found.push(propose("their_problem", "You do not know their problem yet.", situation));
  if (known.problem && !known.promise)
    found.push(propose("help", "You know their problem and promised nothing yet.", situation));
  if (known.promise && !known.reachable)
    found.push(propose("close", "You promised something and cannot reach them yet.", situation));
  return found;
}

function deeper(situation: Situation, person: PersonInConversation | undefined): PromptProposal[] {
  const known = whatIsKnown(situation, person);
  const isKnown = known.problem && known.promise && known.reachable;
  if (!person || person.earlier_conversations_count === 0 || !isKnown) return [];
  const depth = propose("depth", "You know them: go deeper.", situation);
  const followUp = propose("follow_up", "You know them: stay with their last words.", situation);
  const wentDeeper = shownInConversation(situation).some((use) => use.family === "depth");
  return wentDeeper ? [followUp, depth] : [depth, followUp];
}

function listenMore(situation: Situation): PromptProposal[] {
  const listened = situation.history.filter(({ family }) => isListening(family));
  const order: Family[] =
    listened.at(-1)?.family === "pause" ? ["say_it_back", "pause"] : ["pause", "say_it_back"];
  return order.map((family) =>
    propose(family, "Nothing is missing: ask less, listen more.", situation),
  );
}

function isListening(family: Family): boolean {
  return family === "pause" || family === "say_it_back";
}

function whatIsKnown({ card }: Situation, person: PersonInConversation | undefined) {
  return {
    problem: person?.has_unsolved_problem || card.problem.trim() !== "",
    promise: (person?.promise ?? null) !== null || card.promise.trim() !== "",
    reachable: person?.reachable ?? false,
  };
}

function propose(family: Family, why: string, situation: Situation): PromptProposal {
  return { prompts: ofFamily(family, situation), why };
}

function ofFamily(family: Family, { own, event }: Situation): Proposed[] {
  const goal = (event?.goal ?? "").toLowerCase().split(/[^\p{L}]+/u);
  const begins = (beginning: string) => goal.some((word) => word.startsWith(beginning));
  const shipped = wordings
    .filter((wording) => wording.goals.length === 0 || wording.goals.some(begins))
    .map(({ goals, source, ...prompt }) => ({ ...prompt, fits_goal: goals.length > 0 }));
  return [...shipped, ...own].filter((prompt) => prompt.family === family);
}
