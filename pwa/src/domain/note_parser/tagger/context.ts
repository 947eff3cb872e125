/** Describes the tokens of a note for the features, exactly as `models/line/context.py` does. */

import { fold, type Token } from "./tokens";
import type { Weights } from "./weights";

/** What is known of each token of a note; each list has an entry per token. */
export interface Context {
  words: string[];
  /** Kinds of letters, such as `XxXxx0`. */
  shapes: string[];
  lists: string[];
  classes: string[];
  sentence_starts: number[];
  sentence_ends: number[];
  clause_starts: number[];
  clause_ends: string[];
  subjects: string[];
  verbs: string[];
  negated: boolean[];
  style: string;
  summary: string;
}

const sentenceEnds = new Set(".!?;\n|");
const clauseEnds = new Set([...sentenceEnds, ...',:-–—/()+&>→="“”']);
const mine = words("i ich ik yo we wir wij im ill id");
const theirs = words("he she they er sie hij zij el ella ellos hell shell theyll himself");
const ahead = words("will 'll would 'd to promised said told gonna going must gotta");
const negations = words(
  "nobody nothing not never no nicht kein niemand niemandem nada nadie niet 't geen",
);
const signs: Partial<Record<Token["kind"], string>> = { email: "<e>", url: "<u>", break: "<b>" };

/** Describe the tokens of a note. */
export function describe(tokens: Token[], weights: Weights): Context {
  const lower = tokens.map(({ text }) => text.toLowerCase());
  const words = tokens.map(wordOf);
  const isWord = tokens.map(({ kind }) => kind === "word" || kind === "ending");
  const entries = words.map((word, at) => (isWord[at] ? weights.entryOf(word) : ["", "-"]));
  const lists = entries.map(([letters = ""]) => letters);
  const classes = tokens.map(({ kind }, at) => (isWord[at] ? (entries[at]?.[1] ?? "-") : kind));
  const sentence_starts = starts(lower, sentenceEnds);
  return {
    words,
    shapes: tokens.map(({ text }) => shape(text)),
    lists,
    classes,
    sentence_starts,
    sentence_ends: sentenceEndsOf(sentence_starts),
    clause_starts: starts(lower, clauseEnds),
    clause_ends: clauseEndsOf(lower),
    ...spoken({ words, lower, lists, classes }),
    negated: negated(words, sentence_starts),
    style: styleOf(tokens),
    summary: summaryOf(lists, classes),
  };
}

function words(list: string): Set<string> {
  return new Set(list.split(" "));
}

function wordOf({ kind, text }: Token): string {
  if (kind === "number") return `<${Math.min([...text].length, 5)}>`;
  return signs[kind] ?? fold(text).replaceAll("’", "'");
}

function shape(text: string): string {
  let kinds = "";
  for (const sign of text) {
    const kind = kindOf(sign);
    if (!kinds.endsWith(kind + kind)) kinds += kind;
    if ([...kinds].length === 6) break;
  }
  return kinds;
}

function kindOf(sign: string): string {
  if (/\p{Lu}/u.test(sign)) return "X";
  if (/[\p{L}\p{M}]/u.test(sign)) return "x";
  return /\p{N}/u.test(sign) ? "0" : sign;
}

/** Return whether the writer uses capitals (`C`) and stops or commas (`P`) in this note. */
function styleOf(tokens: Token[]): string {
  const hasCapitals = tokens.some(({ text }) => /\p{Lu}/u.test(text));
  const hasStops = tokens.some(({ text }) => text === "," || text === "." || text === ";");
  return (hasCapitals ? "C" : "c") + (hasStops ? "P" : "p");
}

/** Return the first token of each token's stretch; a stretch ends behind one of the signs. */
function starts(lower: string[], ends: Set<string>): number[] {
  const found: number[] = [];
  for (let at = 0; at < lower.length; at++) {
    const begins = at === 0 || ends.has(lower[at - 1] ?? "");
    found.push(begins ? at : (found[at - 1] ?? 0));
  }
  return found;
}

function sentenceEndsOf(sentenceStarts: number[]): number[] {
  const ends: number[] = [];
  for (let at = sentenceStarts.length - 1; at >= 0; at--) {
    const isLast = at + 1 === sentenceStarts.length || sentenceStarts[at + 1] === at + 1;
    ends[at] = isLast ? at : (ends[at + 1] ?? at);
  }
  return ends;
}

function clauseEndsOf(lower: string[]): string[] {
  let sign = "<e>";
  return lower.toReversed().map(endOf).toReversed();

  function endOf(word: string): string {
    sign = clauseEnds.has(word) ? word : sign;
    return sign;
  }
}

/** Return who spoke last before each token in its sentence, and the last verb that promises. */
function spoken(note: { words: string[]; lower: string[]; lists: string[]; classes: string[] }) {
  const subjects: string[] = [];
  const verbs: string[] = [];
  let subject = "0";
  let verb = "";
  for (const [at, word] of note.words.entries()) {
    if (at > 0 && sentenceEnds.has(note.lower[at - 1] ?? "")) [subject, verb] = ["0", ""];
    subjects.push(subject);
    verbs.push(verb);
    const lists = note.lists[at] ?? "";
    if (mine.has(word)) subject = "I";
    else if (theirs.has(word)) subject = "T";
    else if (isName(lists, note.classes[at] ?? "")) subject = "N";
    if (lists.includes("M")) verb = word;
    else if (ahead.has(word)) verb = `+${word}`;
  }
  return { subjects, verbs };
}

/** Return whether a word is a first name and nothing else that the lists know. */
function isName(lists: string, wordClass: string): boolean {
  return lists.includes("F") && !lists.includes("f") && wordClass === "-";
}

function negated(words: string[], sentenceStarts: number[]): boolean[] {
  const sentences = new Set(sentenceStarts.filter((_, at) => negations.has(words[at] ?? "")));
  return sentenceStarts.map((start) => sentences.has(start));
}

/** Return what the whole note holds: names, promising verbs, roles, and how long it is. */
function summaryOf(lists: string[], classes: string[]): string {
  const length = [4, 8, 16].filter((least) => lists.length >= least).length;
  const hasName = lists.some((of, at) => isName(of, classes[at] ?? ""));
  const has = [..."MR"].filter((sign) => lists.some((of) => of.includes(sign)));
  return `${hasName ? "F" : ""}${length}${has.join("")}`;
}
