/** Turns a promise as noted ("Send her the deck") into words to the person it was made to ("send you the deck"). */

import { mentionsSomebody } from "./quote";

/** A promise as it is said to the person it was made to: "send you the deck", or only the thing: "the deck". */
export interface SpokenPromise {
  words: string;
  /** Whether the words are an action, and whether that hands something over. */
  is: "handing over" | "doing" | "a thing";
  due_on: string | null;
  isKept: boolean;
}

/** "her" before one of these is an object ("send her the deck"), not a possessive ("check her CV"). */
const toThem =
  /\b(?:her|him)\b(?=\s*$|\s*[,;]|\s+(?:the|a|an|my|our|some|that|this|two|three|\d+|about|by|on|to|for|with|at|in|when|if|again|back|up)\b)/giu;
const handingOver =
  /^(?:send|share|forward|give|show|bring|lend|e-?mail|mail|text|message|post|pass|hand)\b/iu;
const doing =
  /^(?:call|phone|ring|write|ask|tell|introduce|connect|invite|meet|visit|help|look|check|find|read|review|test|try|book|buy|get|fix|make|prepare|draft|translate|recommend|talk|speak|remind|answer|sign|explain|organi[sz]e|arrange|set up|put|follow up|intro)\b/iu;
/** A day at the end is relative to the day of writing; the draft names the due day instead. */
const dayAtTheEnd =
  /(?<![\s,])[\s,]+(?:(?:by|on|until|before|not later than)\s+)?(?:today|tonight|tomorrow(?:\s+\w+)?|(?:(?:next|this|coming)\s+)?(?:week|month|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day))$/iu;
const dayOfWriting = /\b(?:today|tonight|tomorrow|yesterday|(?:next|this|last) \p{L}+)\b/iu;

/**
 * Return a promise in words to the person it was made to.
 *
 * @param noted - the promise as noted
 * @param own - their own names, the whole one first
 * @param others - parts of the names of everybody else
 * @returns null where it mentions somebody else, or cannot be turned for certain
 */
export function promiseToThem(
  noted: string,
  own: string[],
  others: string[],
): Pick<SpokenPromise, "words" | "is"> | null {
  const [first = ""] = noted.trim().split(/(?<=[.!?])\s|\n/);
  const words = toYou(first.replace(/(?<![.!?])[.!?]+$/, "").replace(dayAtTheEnd, ""), own);
  if (!words || dayOfWriting.test(words) || mentionsSomebody(words, others)) return null;
  const is = handingOver.test(words) ? "handing over" : doing.test(words) ? "doing" : "a thing";
  return { words: withinSentence(words), is };
}

function toYou(text: string, own: string[]): string {
  const named = own.reduce((words, name) => words.replace(ownName(name), secondPerson), text);
  return named.replace(/\byou(?:\s+you)+\b/gu, "you").replace(toThem, "you");
}

function ownName(name: string): RegExp {
  const letters = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{M}])${letters}(['’]s)?(?![\\p{L}\\p{M}])`, "gu");
}

function secondPerson(_name: string, possessive: string | undefined): string {
  return possessive ? "your" : "you";
}

/** Begin with a small letter; "CTO list" keeps its capitals. */
function withinSentence(words: string): string {
  return words.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (first) => first.toLowerCase());
}
