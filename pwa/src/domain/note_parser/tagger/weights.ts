/** Reads the file of a trained tagger, which `models/line/weights.py` writes: weights, lists, confidence. */

import { hash24, indexOf } from "./hashing";

/** How a tag's probabilities become confidence, and from which confidence on it is sure or asked. */
interface TagConfidence {
  weights: [number, number, number];
  sure: number;
  asked: number;
}

interface Header {
  labels: string[];
  step: number;
  entries: [string, string][];
  confidence: { quiet: number; certain: number; tags: Record<string, TagConfidence> };
  sections: Record<string, number>;
}

/** A trained tagger in memory. */
export interface Weights {
  labels: string[];
  /** One unit of a score, in natural logarithms. */
  step: number;
  confidence: Header["confidence"];
  /** Scores of label after label: `transitions[before * labels.length + after]`. */
  transitions: Int32Array;
  /** Add the scores of a feature to those of a token, one per label. */
  addScores(feature: string, scores: Int32Array): void;
  /** Return the letters of all lists that have a folded word, and its class, `-` if it has none. */
  entryOf(word: string): [string, string];
}

/** What stands for a transition that cannot be; see `possible` in `models/line/decoder.py`. */
export const forbidden = -1_000_000;

/** Read the file of a tagger. */
export function readWeights(file: ArrayBuffer): Weights {
  const length = new DataView(file).getUint32(0, true);
  const header: Header = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, length)));
  const sections = cut(file, 4 + length, header.sections);
  const section = (name: string) => sections.get(name) ?? new Uint8Array();
  const words = ascending(section("words"));
  const entries = columns(section("entries"), words.length);
  return {
    labels: header.labels,
    step: header.step,
    confidence: header.confidence,
    transitions: possible(new Int8Array(section("transitions")), header.labels.length),
    addScores: scorer(section),
    entryOf: (word) => {
      const at = indexOf(words, hash24(word));
      return (at >= 0 && header.entries[entries(at)]) || ["", "-"];
    },
  };
}

function cut(file: ArrayBuffer, start: number, lengths: Record<string, number>) {
  const sections = new Map<string, Uint8Array>();
  let from = start;
  for (const [name, length] of Object.entries(lengths)) {
    sections.set(name, new Uint8Array(file, from, length));
    from += length;
  }
  return sections;
}

/** Read ascending numbers, written as differences with 7 bits to a byte (LEB128). */
function ascending(bytes: Uint8Array): Uint32Array {
  const numbers: number[] = [];
  let last = 0;
  let difference = 0;
  let shift = 0;
  for (const byte of bytes) {
    difference |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    last += difference;
    numbers.push(last);
    difference = 0;
    shift = 0;
  }
  return Uint32Array.from(numbers);
}

/** Read numbers of which the lowest bytes are written first, then the next ones, and so on. */
function columns(bytes: Uint8Array, count: number): (at: number) => number {
  return (at) => {
    let number = 0;
    for (let from = 0; from < bytes.length; from += count) {
      number |= (bytes[from + at] ?? 0) << ((8 * from) / count);
    }
    return number;
  };
}

/** A label that continues a span stands only behind one of its own tag: B- is odd, its I- one more. */
function possible(written: Int8Array, count: number): Int32Array {
  return Int32Array.from(written, (score, at) => {
    const before = Math.floor(at / count);
    const after = at % count;
    const continues = after > 0 && after % 2 === 0;
    return continues && before !== after && before !== after - 1 ? forbidden : score;
  });
}

/** Scores are kept as in the file: per feature a mask of the labels that have one, and then those. */
function scorer(section: (name: string) => Uint8Array): Weights["addScores"] {
  const features = ascending(section("features"));
  const maskOf = columns(section("masks"), features.length);
  const values = new Int8Array(section("scores"));
  const starts = new Uint32Array(features.length);
  let start = 0;
  for (let at = 0; at < features.length; at++) {
    starts[at] = start;
    for (let mask = maskOf(at); mask; mask &= mask - 1) start++;
  }
  return (feature, scores) => {
    const at = indexOf(features, hash24(feature));
    let next = starts[at] ?? 0;
    for (let mask = at < 0 ? 0 : maskOf(at); mask; mask &= mask - 1) {
      const label = 31 - Math.clz32(mask & -mask);
      scores[label] = (scores[label] ?? 0) + (values[next++] ?? 0);
    }
  };
}
