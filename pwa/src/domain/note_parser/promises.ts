/** Detects whether a clause promises something, by whom, and in which words. */

import type { Piece } from "./pieces";

/** Who promises, and where the words are. */
export interface PromiseWords {
  owed_by: "me" | "them";
  /** Where in the line the words of the promise begin. */
  from: number;
  sure: boolean;
}

/** Words that are only verbs, and words that are nouns as well and need more after them. */
const verbs =
  "send|introduce|connect|forward|remind|write|bring|lend|recommend|find|ping|buy|tell|give|get|put|set up|arrange|organi[sz]e|prepare|draft|reply|respond|confirm|wish|thank|congratulate|follow up|look (?:up|at|into)|get back to|pass on|drop (?:him|her|them)|collect|fetch|pick up|return|make|try|read|put|invite|apply|cook|fix|submit|register|sign";
const nounVerbs =
  "call|phone|email|e-mail|mail|text|message|intro|share|ask|help|offer|contact|note|plan|check|visit|show|pay|order|post|review|test|update|book|schedule|meet|research|see|print|record|translate|water";
const object =
  /^(?:(?:her|him|them|me|it|us|the|a|an|my|our|his|their|your|this|that|some|two|three|both|all|about|to|with|back|up|in|on|by|for|if|whether|again|more|around|out)\b|¤|[+\d])/i;
const capital = /^\p{Lu}/u;
const order = new RegExp(`^(?:${verbs})\\b(?=\\s+[\\p{L}\\p{N}¤+"'“])`, "iu");
const nounOrder = new RegExp(`^(?:${nounVerbs})\\s+`, "i");
/** "Share of women", "Phone 0700": nouns. */
const noOrder =
  /^\S+\s+(?:of|is|was|are|were|for papers)\b|^(?:phone|e-?mail|mail|contact|mobile):?\s+¤/i;
const bareIntro = /^(?:intro|follow up)$/i;
const mine =
  /^(?:(?:i'll|i will|i'm going to|i (?:also )?promised(?: (?:her|him|them))? to|promised(?: (?:her|him|them))? to|i (?:need|have|ought|want|should|must)(?: to)?|need to|must|have to|remember to|don't forget to|please|let me|me:|to-?\s?do:?|action:?|next step:?|promised?:?|then)\s+)+/i;
const mineWhole = /^(?:i owe|i promised|promised (?:her|him|them|to))\b/i;
const theirs =
  /^(?:(?:(?!(?:i|we|it|you)\b)\p{L}\p{Ll}+|s?he|they)(?:'ll| will| is going to| are going to)|(?:s?he |they )?(?:promised|offered|agreed|wants) to|(?:s?he|they) owes? me)\s+/iu;
const never = /\b(?:never|not)\b/i;

/** Find the promise in a clause; after a person's name, "will send" is what they will do. */
export function promiseOf(
  { text, from, is_question }: Piece,
  has_who: boolean,
): PromiseWords | null {
  if (is_question) return null;
  const [begin, rest] = behindDate(text);
  return theirPromise(rest, from + begin, has_who) ?? myPromise(rest, from + begin, has_who);
}

function theirPromise(text: string, from: number, has_who: boolean): PromiseWords | null {
  const lead = theirs.exec(text)?.[0] ?? (has_who ? /^will\s+/i.exec(text)?.[0] : undefined);
  if (!lead || never.test(lead) || /^(?:i|me)\b/i.test(text)) return null;
  if (/owes? me\s+$/i.test(lead)) return { owed_by: "them", from, sure: true };
  if (/wants to/i.test(lead) || !isOrder(text.slice(lead.length))) return null;
  return { owed_by: "them", from: from + lead.length, sure: true };
}

function myPromise(text: string, from: number, has_who: boolean): PromiseWords | null {
  const lead = mine.exec(text)?.[0] ?? "";
  if (isOrder(text.slice(lead.length)) || /^promised?:|^to-?\s?do:/i.test(lead))
    return { owed_by: "me", from: from + lead.length, sure: true };
  if (!has_who && /^will\s+/i.test(text) && isOrder(text.slice(5)))
    return { owed_by: "me", from, sure: true };
  return mineWhole.test(text) ? { owed_by: "me", from, sure: true } : null;
}

function isOrder(text: string): boolean {
  if (noOrder.test(text)) return false;
  const behind = text.replace(nounOrder, "");
  const isNounOrder = behind !== text && (object.test(behind) || capital.test(behind));
  return order.test(text) || isNounOrder || bareIntro.test(text);
}

/** "Tomorrow send", "On Monday, call": the day may come first. */
function behindDate(text: string): [number, string] {
  const lead =
    /^(?:(?:on|by|next|this)\s+)?(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month)\b,?\s+/i.exec(
      text,
    )?.[0] ?? "";
  return [lead.length, text.slice(lead.length)];
}
