/** Makes a message of the facts on a card, by templates: it quotes them, ends in a question, and adds nothing. */

import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import type { DraftFacts, Occasion, Promised, Quote } from "./facts";

export interface Draft {
  subject: string;
  words: string;
}

const questions: Record<Occasion, string> = {
  thanks: "Did I get that right?",
  help: "What would help you most with that now?",
  how_did_it_go: "How did it go?",
  here_it_is: "Is it what you needed?",
};

/**
 * Make a message for an occasion.
 * gives: nothing where the card holds no words of theirs, for then there is nothing to say
 */
export function draft(facts: DraftFacts, occasion: Occasion, now: Date): Draft | null {
  if (!facts.quote) return null;
  const today = localDay(now);
  const sentences = bodies[occasion]({ ...facts, quote: facts.quote }, today);
  const lines = [
    facts.to ? `Hello ${facts.to},` : "Hello,",
    sentences.filter(Boolean).map(asSentence).join(" "),
    questions[occasion],
    facts.from,
  ];
  return { subject: subjectOf(facts, occasion), words: lines.filter(Boolean).join("\n\n") };
}

type Body = (facts: DraftFacts & { quote: Quote }, today: string) => string[];

const bodies: Record<Occasion, Body> = {
  thanks: ({ talk, quote, promise }, today) => [
    talk ? `thank you for the talk ${when(talk, today)}.` : "thank you for telling me.",
    `What I took with me${quote.isTheirs ? ", in your words" : ""}: “${quote.words}”.`,
    stillOpen(promise, today),
  ],
  help: ({ talk, quote, promise }, today) => [
    youTold({ talk, quote }, today),
    stillOpen(promise, today),
  ],
  how_did_it_go: ({ talk, quote, theirDay }, today) => [
    youTold({ talk, quote }, today),
    theirDay ? `Your ${theirDay.what} was ${onDay(theirDay.day, today)}.` : "",
  ],
  here_it_is: ({ talk, quote, promise }, today) => [
    youTold({ talk, quote }, today),
    promise ? hereItIs(promise) : "Here is what I promised.",
  ],
};

function youTold(
  { talk, quote }: Pick<DraftFacts, "talk"> & { quote: Quote },
  today: string,
): string {
  const told = quote.isTheirs ? "you told me" : "we talked about this";
  const begun = talk ? `${when(talk, today)} ${told}` : told;
  return `${begun}: “${quote.words}”.`;
}

function stillOpen(promise: Promised | null, today: string): string {
  if (!promise || promise.isKept) return "";
  const { words, is, due_on } = promise;
  const by = due_on && due_on > today ? ` by ${dayText(due_on, today)}` : "";
  return is === "a thing" ? `What I promised: ${words}${by}.` : `I said I would ${words}${by}.`;
}

function hereItIs({ words, is }: Promised): string {
  if (is === "doing") return `I said I would ${words}, and I have.`;
  if (is === "a thing") return `What I promised: ${words}. Here it is.`;
  return `I said I would ${words}: here it is.`;
}

/** Say when and where: "yesterday at Fjord fair", "on 3 May". */
function when({ day, event }: { day: string; event: string }, today: string): string {
  return onDay(day, today) + (event ? ` at ${event}` : "");
}

function onDay(day: string, today: string): string {
  const said = dayText(day, today);
  return /^(?:today|yesterday|last )/.test(said) ? said : `on ${said}`;
}

function subjectOf({ talk }: DraftFacts, occasion: Occasion): string {
  if (occasion === "here_it_is") return "What I promised";
  return talk?.event ? `Our talk at ${talk.event}` : "Our talk";
}

function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
