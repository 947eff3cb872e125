/**
 * Tags a note with a trained model: which words are a person, a role, a problem, a promise, and how sure that is.
 * The model is trained in `models/line`, where its tags are explained.
 */

import { decode } from "./decode";
import { featuresOf } from "./features";
import { tokensOf } from "./tokens";
import type { Weights } from "./weights";

export { readWeights, type Weights } from "./weights";

/** What a stretch of a note is; see `models/line/README.md`. */
export type Tag = "P" | "N" | "R" | "O" | "X" | "M" | "D" | "T" | "L" | "W";

/** A stretch of a note that the model found: `note.slice(from, to)`. */
export interface TaggedSpan {
  from: number;
  to: number;
  tag: Tag;
  /** How probable it is that the span is right, between 0 and 1. */
  confidence: number;
  /** A sure span may be shown as a fact, an asked one as a question; a dropped one is not shown. */
  verdict: "sure" | "asked" | "dropped";
}

/** Probabilities nearer to 0 or 1 than this are not told apart. */
const least = 1e-4;

/** Tag a note; of a very long one the first 512 tokens. */
export function tagNote(note: string, weights: Weights): TaggedSpan[] {
  const tokens = tokensOf(note);
  const emissions = featuresOf(tokens, weights).map((features) => {
    const scores = new Int32Array(weights.labels.length);
    for (const feature of features) weights.addScores(feature, scores);
    return scores;
  });
  const { spans, something } = decode(emissions, weights);
  return spans.map(({ first, end, tag, probability }) => ({
    from: tokens[first]?.from ?? 0,
    to: tokens[end - 1]?.to ?? 0,
    tag: tag as Tag,
    ...judge(weights, tag, { probability, something }),
  }));
}

interface Chances {
  probability: number;
  something: number;
}

/** Calibrate a probability, exactly as `models/line/confidence.py` does. */
function judge({ confidence: rules }: Weights, tag: string, { probability, something }: Chances) {
  const { weights, sure, asked } = rules.tags[tag] ?? { weights: [0, 1, 0], sure: 2, asked: 2 };
  const [bias, ofSpan, ofNote] = weights;
  const total = bias + ofSpan * logit(probability) + ofNote * logit(something);
  const confidence = 1 / (1 + Math.exp(-total));
  const isDropped = something < rules.quiet || confidence < asked;
  const isSure = confidence >= sure && something >= rules.certain;
  const shown = isSure ? ("sure" as const) : ("asked" as const);
  return { confidence, verdict: isDropped ? ("dropped" as const) : shown };
}

function logit(probability: number): number {
  const bounded = Math.min(1 - least, Math.max(least, probability));
  return Math.log(bounded / (1 - bounded));
}
