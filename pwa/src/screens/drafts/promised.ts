/** Says a promise as noted ("Send her the deck") to the one it was made to ("send you the deck"). */

import type { Promised } from "./facts";
import { speaksOfSomebody } from "./others";

/** "her" before one of these is whom it goes to, and not whose it is. */
const toThem =
  /\b(?:her|him)\b(?=\s*$|\s*[,;]|\s+(?:the|a|an|my|our|some|that|this|two|three|\d+|about|by|on|to|for|with|at|in|when|if|again|back|up)\b)/giu;
const handingOver =
  /^(?:send|share|forward|give|show|bring|lend|e-?mail|mail|text|message|post|pass|hand)\b/iu;
const doing =
  /^(?:call|phone|ring|write|ask|tell|introduce|connect|invite|meet|visit|help|look|check|find|read|review|test|try|book|buy|get|fix|make|prepare|draft|translate|recommend|talk|speak|remind|answer|sign|explain|organi[sz]e|arrange|set up|put|follow up|intro)\b/iu;
/** The day at the end was meant from the day of writing; it is said by the day on which it is due. */
const dayAtTheEnd =
  /[\s,]+(?:(?:by|on|until|before|not later than)\s+)?(?:today|tonight|tomorrow(?:\s+\w+)?|(?:(?:next|this|coming)\s+)?(?:week|month|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day))$/iu;
const dayOfWriting = /\b(?:today|tonight|tomorrow|yesterday|(?:next|this|last) \p{L}+)\b/iu;

/**
 * Say what was promised to the one it was made to.
 * takes: the promise as noted; their own names, the whole one first; parts of the names of all others
 * gives: nothing where it speaks of somebody else, or in a way that cannot be turned for certain
 */
export function promisedWords(
  noted: string,
  own: string[],
  others: string[],
): Pick<Promised, "words" | "is"> | null {
  const [first = ""] = noted.trim().split(/(?<=[.!?])\s|\n/);
  const words = toYou(first.replace(/[.!?]+$/, "").replace(dayAtTheEnd, ""), own);
  if (!words || dayOfWriting.test(words) || speaksOfSomebody(words, others)) return null;
  const is = handingOver.test(words) ? "handing over" : doing.test(words) ? "doing" : "a thing";
  return { words: withinSentence(words), is };
}

function toYou(text: string, own: string[]): string {
  const named = own.reduce((said, name) => said.replace(ownName(name), turned), text);
  return named.replace(/\byou(?:\s+you)+\b/gu, "you").replace(toThem, "you");
}

function ownName(name: string): RegExp {
  const letters = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{M}])${letters}(['’]s)?(?![\\p{L}\\p{M}])`, "gu");
}

function turned(_name: string, possessive: string | undefined): string {
  return possessive ? "your" : "you";
}

/** "CTO list" keeps its capitals. */
function withinSentence(words: string): string {
  return words.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (first) => first.toLowerCase());
}
