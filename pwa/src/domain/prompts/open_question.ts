/** Makes prompts of what was left open with a person last time. */

import { type Prompt, shorten } from "./prompt";
import type { PersonInConversation, Situation } from "./situation";

const about = "Ask about last time:";
const went = "Ask how it went:";
const sentence = /[^.!?\n…]+[.!?\n…]?/gu;
/** Of long notes only the latest questions matter. */
const questionsKept = 5;
const keywordsShown = 3;
/** Words that mean nothing by themselves when a question is shortened to two or three words. */
const fillers = new Set(
  `a about all an and any are as at be been but by can could did do does for from get got had has have
  he her him his how if in into is it its just me my of off on or our out she should so than that the
  their them then they this to up us was we were what when where which who whose why will with would
  you your still yet`.split(/\s+/),
);

/**
 * Return prompts on what was left open with a person: questions of the last notes in the user's words,
 * the latest first, then dates in their life that have passed since.
 */
export function openQuestions(person: PersonInConversation, { names, today }: Situation): Prompt[] {
  const others = names.filter((name) => name !== person.name).flatMap(partsOf);
  const known = { others: new Set(others), kept: new Set(partsOf(person.name)) };
  const asked = questionsIn(person.last_notes)
    .map((text) => withoutNames(text, known))
    .reverse();
  const passed = passedDates(person, today).map((what) => howItWent(what, known));
  return [...asked, ...passed]
    .filter((text) => text !== null)
    .map((text) => ({
      id: `last_time:${text}`,
      text,
      family: "follow_up",
      style: "concrete_follow_up",
    }));
}

/** Return the latest sentences of a text that are questions. */
export function questionsIn(text: string): string[] {
  return (text.match(sentence) ?? [])
    .map((text) => text.trim())
    .filter((text) => text.endsWith("?") && text.length > 1)
    .slice(-questionsKept);
}

function partsOf(name: string): string[] {
  return name.split(/[\s-]+/).filter((part) => part.length > 1);
}

interface Names {
  others: Set<string>;
  kept: Set<string>;
}

/** A capital inside a sentence counts as a name: a vague prompt is better than a name that others can read. */
function withoutNames(text: string, names: Names): string | null {
  const words = text.split(/\s+/);
  const isNamed = words.map((word, at) => isOthersName(word, at === 0, names));
  if (!isNamed.some(Boolean)) return shorten(text);
  const keywords = words
    .filter((_, at) => !isNamed[at])
    .map(bare)
    .filter((word) => word && !fillers.has(word.toLowerCase()) && !names.kept.has(word));
  if (keywords.length < 2) return null;
  return `${about} ${keywords.slice(0, keywordsShown).join(" ")}`;
}

function isOthersName(word: string, isFirst: boolean, { others, kept }: Names): boolean {
  const name = bare(word).replace(/['’]s$/u, "");
  if (kept.has(name) && !others.has(name)) return false;
  return others.has(name) || (!isFirst && /^(?!I['’])\p{Lu}[\p{L}'’-]*\p{Ll}/u.test(name));
}

function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, "");
}

function passedDates(
  { their_dates, last_conversation_on }: PersonInConversation,
  today: string,
): string[] {
  return their_dates
    .filter(({ on }) => on < today && on >= (last_conversation_on ?? on))
    .map(({ what }) => what);
}

function howItWent(what: string, names: Names): string {
  const words = what.split(/\s+/).filter((word, at) => !isOthersName(word, at === 0, names));
  return `${went} ${shorten(words.join(" "), 5) || "their day"}`;
}
