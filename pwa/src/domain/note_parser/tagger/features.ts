/** Lists the features of each token of a note, exactly as `models/line/features.py` does. */

import { type Context, describe } from "./context";
import type { Token } from "./tokens";
import type { Weights } from "./weights";

const outside = "<s>";

/** Return the features of each token, as texts `name=value`. */
export function featuresOf(tokens: Token[], weights: Weights): string[][] {
  const context = describe(tokens, weights);
  return tokens.map(({ kind }, at) => [
    ...wordFeatures(context, at),
    ...(kind === "word" ? letterFeatures([...of(context.words, at)]) : []),
    ...shapeFeatures(context, at),
    ...listFeatures(context, at),
    ...classFeatures(context, at),
    ...placeFeatures(context, at),
    ...clauseFeatures(context, at),
    ...subjectFeatures(context, at),
    ...noteFeatures(context, at),
  ]);
}

function of(values: string[], at: number): string {
  return values[at] ?? outside;
}

function wordFeatures({ words }: Context, at: number): string[] {
  const [word, before, after] = [of(words, at), of(words, at - 1), of(words, at + 1)];
  return [
    "bias",
    `w=${word}`,
    `w-1=${before}`,
    `w+1=${after}`,
    `w-2=${of(words, at - 2)}`,
    `w+2=${of(words, at + 2)}`,
    `w-1,0=${before} ${word}`,
    `w0,1=${word} ${after}`,
  ];
}

function letterFeatures(letters: string[]): string[] {
  const lengths = [1, 2, 3, 4].filter((length) => length < letters.length);
  return [
    ...lengths.map((length) => `p=${letters.slice(0, length).join("")}`),
    ...lengths.map((length) => `s=${letters.slice(-length).join("")}`),
  ];
}

function shapeFeatures({ shapes, style }: Context, at: number): string[] {
  const [shape, before, after] = [of(shapes, at), of(shapes, at - 1), of(shapes, at + 1)];
  return [
    `x=${shape} ${style}`,
    `x-1=${before}`,
    `x+1=${after}`,
    `x-1,1=${before} ${shape} ${after}`,
  ];
}

function listFeatures({ lists, shapes, style }: Context, at: number): string[] {
  const shape = `${of(shapes, at)} ${style}`;
  const [here, before, after] = [of(lists, at), of(lists, at - 1), of(lists, at + 1)];
  const letters = (names: string) => (names === outside ? [] : [...names]);
  return [
    `g=${here}`,
    `g-1=${before}`,
    `g+1=${after}`,
    `g-2=${of(lists, at - 2)}`,
    `g+2=${of(lists, at + 2)}`,
    `g-1,0=${before} ${here}`,
    `g0,1=${here} ${after}`,
    ...letters(here).map((letter) => `l=${letter}`),
    ...letters(here).map((letter) => `lx=${letter} ${shape}`),
    ...letters(before).map((letter) => `l-1=${letter}`),
    ...letters(after).map((letter) => `l+1=${letter}`),
  ];
}

function classFeatures({ classes, shapes }: Context, at: number): string[] {
  const [here, before, after] = [of(classes, at), of(classes, at - 1), of(classes, at + 1)];
  const [first = ""] = of(shapes, at);
  return [
    `c=${here} ${first}`,
    `c-1=${before}`,
    `c+1=${after}`,
    `c-1,0=${before} ${here}`,
    `c0,1=${here} ${after}`,
    `c-1,1=${before} ${here} ${after}`,
  ];
}

function placeFeatures(context: Context, at: number): string[] {
  const left = context.words.length - 1 - at;
  const start = context.clause_starts[at] ?? 0;
  const sign = of(context.words, start - 1);
  return [
    `i=${upTo(at, 3)} ${context.style}`,
    `is=${upTo(at - (context.sentence_starts[at] ?? 0), 3)}`,
    `r=${upTo(left, 2)}`,
    `ic=${upTo(at - start, 4)}`,
    `sign=${sign}`,
    `sign,ic=${sign} ${upTo(at - start, 2)}`,
  ];
}

function upTo(number: number, most: number): string {
  return number < most ? String(number) : "m";
}

function clauseFeatures({ words, lists, classes, ...context }: Context, at: number): string[] {
  const start = context.clause_starts[at] ?? 0;
  const sentence = context.sentence_starts[at] ?? 0;
  return [
    `cw=${of(words, start)}`,
    `cl=${of(lists, start)} ${start === at ? "0" : "1"}`,
    `cw0,1=${of(words, start)} ${of(words, start + 1)}`,
    `cl0,1=${of(lists, start)} ${of(lists, start + 1)}`,
    `cc0,1=${of(classes, start)} ${of(classes, start + 1)}`,
    `sw=${of(words, sentence)}`,
    `sl=${of(lists, sentence)}`,
    `end=${of(context.clause_ends, at)}`,
  ];
}

function subjectFeatures(context: Context, at: number): string[] {
  const [subject, verb] = [of(context.subjects, at), of(context.verbs, at)];
  return [
    `su=${subject}`,
    `su,w=${subject} ${of(context.words, at)}`,
    `su,g=${subject} ${of(context.lists, at)}`,
    `v=${verb}`,
    `su,v=${subject} ${verb}`,
  ];
}

function noteFeatures({ words, lists, ...context }: Context, at: number): string[] {
  const end = context.sentence_ends[at] ?? at;
  const start = context.sentence_starts[at] ?? 0;
  return [
    `note=${context.summary}`,
    `style=${context.style}`,
    `q=${words[end] === "?" ? "?" : ""}`,
    `if=${of(lists, start).includes("q") ? 1 : 0}`,
    `not=${context.negated[at] ? 1 : 0}`,
    `nw=${of(words, 0)}`,
    `nl=${of(lists, 0)}`,
  ];
}
