/** Makes a message of facts by templates: it quotes the person, ends in a question, and adds nothing. */

import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import type { DraftFacts, DraftOccasion, Quote } from "./facts";
import type { SpokenPromise } from "./promise_words";

/** A message before it is sent. */
export interface Draft {
  subject: string;
  words: string;
}

/** The subject where no event is known. */
export const OUR_CONVERSATION = "Our conversation";

const questions: Record<DraftOccasion, string> = {
  thanks: "Did I get that right?",
  help: "What would help you most with that now?",
  how_did_it_go: "How did it go?",
  here_it_is: "Is it what you needed?",
};

/**
 * Make a message for an occasion.
 *
 * @returns null where there is nothing to quote, as then there is nothing to say
 */
export function draft(facts: DraftFacts, occasion: DraftOccasion, now: Date): Draft | null {
  if (!facts.quote) return null;
  const today = localDay(now);
  const sentences = templates[occasion]({ ...facts, quote: facts.quote }, today);
  const lines = [
    facts.to ? `Hello ${facts.to},` : "Hello,",
    sentences.filter(Boolean).map(asSentence).join(" "),
    questions[occasion],
    facts.from,
  ];
  return { subject: subjectOf(facts, occasion), words: lines.filter(Boolean).join("\n\n") };
}

type Template = (facts: DraftFacts & { quote: Quote }, today: string) => string[];

const templates: Record<DraftOccasion, Template> = {
  thanks: ({ conversation, quote, promise }, today) => [
    conversation
      ? `great talking to you ${when(conversation, today)}.`
      : "thank you for telling me.",
    `What stayed with me${quote.isTheirs ? ", in your words" : ""}: “${quote.words}”.`,
    stillOpen(promise, today),
  ],
  help: ({ conversation, quote, promise }, today) => [
    youTold({ conversation, quote }, today),
    stillOpen(promise, today),
  ],
  how_did_it_go: ({ conversation, quote, theirDay }, today) => [
    youTold({ conversation, quote }, today),
    theirDay ? `Your ${theirDay.what} was ${onDay(theirDay.day, today)}.` : "",
  ],
  here_it_is: ({ conversation, quote, promise }, today) => [
    youTold({ conversation, quote }, today),
    promise ? hereItIs(promise) : "Here is what I promised.",
  ],
};

function youTold(
  { conversation, quote }: Pick<DraftFacts, "conversation"> & { quote: Quote },
  today: string,
): string {
  const toldMe = quote.isTheirs ? "you told me" : "we talked about this";
  const opening = conversation ? `${when(conversation, today)} ${toldMe}` : toldMe;
  return `${opening}: “${quote.words}”.`;
}

function stillOpen(promise: SpokenPromise | null, today: string): string {
  if (!promise || promise.isKept) return "";
  const { words, is, due_on } = promise;
  const by = due_on && due_on > today ? ` by ${dayText(due_on, today)}` : "";
  return is === "a thing" ? `What I promised: ${words}${by}.` : `I said I would ${words}${by}.`;
}

function hereItIs({ words, is }: SpokenPromise): string {
  if (is === "doing") return `I said I would ${words}, and I did.`;
  if (is === "a thing") return `What I promised: ${words}. Here it is.`;
  return `I said I would ${words}: here it is.`;
}

/** Return when and where: "yesterday at Fjord fair", "on 3 May". */
function when({ day, event }: { day: string; event: string }, today: string): string {
  return onDay(day, today) + (event ? ` at ${event}` : "");
}

function onDay(day: string, today: string): string {
  const words = dayText(day, today);
  return /^(?:today|yesterday|last )/.test(words) ? words : `on ${words}`;
}

function subjectOf({ conversation }: DraftFacts, occasion: DraftOccasion): string {
  if (occasion === "here_it_is") return "What I promised";
  return conversation?.event ? `Our conversation at ${conversation.event}` : OUR_CONVERSATION;
}

function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
