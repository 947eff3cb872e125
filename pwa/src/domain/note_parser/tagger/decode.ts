/** Decodes a note: the best labels and how probable each span is, exactly as `models/line/decoder.py` does. */

import { forbidden, type Weights } from "./weights";

/** A stretch of tokens with a tag: `first` to before `end`. */
export interface TokenSpan {
  first: number;
  end: number;
  tag: string;
  probability: number;
}

/** The spans of the best labelling; `something` is how probable it is that there is anything to find. */
export interface Decoded {
  spans: TokenSpan[];
  something: number;
}

type Scoring = Pick<Weights, "labels" | "step" | "transitions">;
/**
 * Sums over all labellings: forward from the start, backward from the end. Each row of sums is divided by its total,
 * and the logarithm of what it was divided by is kept.
 */
interface Lattice {
  scores: Float64Array[];
  pairs: Float64Array;
  factors: Float64Array;
  tops: number[];
  rows: Float64Array[];
  forward: Sums;
  backward: Sums;
}

interface Sums {
  rows: Float64Array[];
  logs: number[];
}

/**
 * Decode a note.
 * @param emissions - per token a score per label
 */
export function decode(emissions: Int32Array[], scoring: Scoring): Decoded {
  if (emissions.length === 0) return { spans: [], something: 0 };
  const lattice = latticeOf(emissions, scoring);
  const spans = spansOf(bestPath(emissions, scoring)).map(({ first, end, label }) => ({
    first,
    end,
    tag: (scoring.labels[label] ?? "").slice(2),
    probability: probabilityOf(lattice, { first, end, label }),
  }));
  return { spans, something: 1 - probabilityOfNothing(lattice, scoring.labels) };
}

function continues(label: number): boolean {
  return label > 0 && label % 2 === 0;
}

function bestPath(emissions: Int32Array[], { transitions, labels }: Scoring): number[] {
  const count = labels.length;
  const best = (emissions[0] ?? new Int32Array()).map((s, l) => s + (continues(l) ? forbidden : 0));
  const cameFrom = emissions.slice(1).map((scores) => {
    const from = new Uint8Array(count);
    const next = new Int32Array(count);
    for (let to = 0; to < count; to++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let one = 0; one < count; one++) {
        const score = (best[one] ?? 0) + (transitions[one * count + to] ?? 0);
        if (score > top) [top, from[to]] = [score, one];
      }
      next[to] = top + (scores[to] ?? 0);
    }
    best.set(next);
    return from;
  });
  let label = best.indexOf(Math.max(...best));
  const path = [label];
  for (const from of cameFrom.reverse()) {
    label = from[label] ?? 0;
    path.push(label);
  }
  return path.reverse();
}

interface LabelSpan {
  first: number;
  end: number;
  label: number;
}

function spansOf(path: number[]): LabelSpan[] {
  return path.flatMap((label, first) => {
    if (label % 2 === 0) return [];
    let end = first + 1;
    while (path[end] === label + 1) end++;
    return [{ first, end, label }];
  });
}

function latticeOf(emissions: Int32Array[], { transitions, step }: Scoring): Lattice {
  const scores = emissions.map((row) => Float64Array.from(row, (score) => score * step));
  const pairs = Float64Array.from(transitions, (score) => score * step);
  const factors = pairs.map(Math.exp);
  const tops = scores.map((row) => Math.max(...row));
  const rows = scores.map((row, token) => row.map((score) => Math.exp(score - (tops[token] ?? 0))));
  const forward = sumForward({ rows, tops, factors });
  return {
    scores,
    pairs,
    factors,
    tops,
    rows,
    forward,
    backward: sumBackward({ rows, tops, factors }),
  };
}

type Rows = Pick<Lattice, "rows" | "tops" | "factors">;

function sumForward({ rows, tops, factors }: Rows): Sums {
  const count = Math.sqrt(factors.length);
  const sums: Sums = { rows: [], logs: [] };
  for (const [token, own] of rows.entries()) {
    const before = sums.rows[token - 1];
    const row = new Float64Array(count);
    for (let to = 0; to < count; to++) {
      let into = !before && !continues(to) ? 1 : 0;
      for (let one = 0; before && one < count; one++) {
        into += at(before, one) * at(factors, one * count + to);
      }
      row[to] = into * at(own, to);
    }
    keep(sums, row, tops[token] ?? 0);
  }
  return sums;
}

function sumBackward({ rows, tops, factors }: Rows): Sums {
  const count = Math.sqrt(factors.length);
  const sums: Sums = { rows: [], logs: [] };
  keep(sums, new Float64Array(count).fill(1), 0);
  for (let token = rows.length - 1; token > 0; token--) {
    const own = rows[token];
    const after = sums.rows.at(-1)?.map((value, to) => value * at(own, to));
    const row = new Float64Array(count);
    for (let one = 0; one < count; one++) {
      let out = 0;
      for (let to = 0; to < count; to++) out += at(after, to) * at(factors, one * count + to);
      row[one] = out;
    }
    keep(sums, row, tops[token] ?? 0);
  }
  return { rows: sums.rows.reverse(), logs: sums.logs.reverse() };
}

/** Keep a row divided by its total. */
function keep({ rows, logs }: Sums, row: Float64Array, top: number): void {
  const total = row.reduce((sum, value) => sum + value, 0);
  rows.push(row.map((value) => value / total));
  logs.push((logs.at(-1) ?? 0) + Math.log(total) + top);
}

function at(values: Float64Array | undefined, index: number): number {
  return values?.[index] ?? 0;
}

/** Return how probable it is that exactly these tokens are a span of the label. */
function probabilityOf(lattice: Lattice, { first, end, label }: LabelSpan): number {
  const { scores, pairs, factors, tops, rows, forward, backward } = lattice;
  const count = Math.sqrt(pairs.length);
  const inside = label + 1;
  let last = label;
  let found = at(forward.rows[first], label);
  let score = (forward.logs[first] ?? 0) - (forward.logs.at(-1) ?? 0);
  for (let token = first + 1; token < end; token++) {
    score += at(pairs, last * count + inside) + at(scores[token], inside);
    last = inside;
  }
  const next = rows[end];
  if (next) {
    const after = next.map(
      (own, to) => own * at(factors, last * count + to) * at(backward.rows[end], to),
    );
    found *= after.reduce((sum, value, to) => sum + (to === inside ? 0 : value), 0);
    score += (tops[end] ?? 0) + (backward.logs[end] ?? 0);
  }
  return found > 0 ? Math.exp(score + Math.log(found)) : 0;
}

/** Return how probable it is that there is nothing but mentions of people. */
function probabilityOfNothing({ rows, tops, factors, forward }: Lattice, labels: string[]): number {
  const count = labels.length;
  const quiet = ["O", "B-N", "I-N"].map((label) => labels.indexOf(label));
  let row = quiet.map((label) => at(forward.rows[0], label));
  let score = (forward.logs[0] ?? 0) - (forward.logs.at(-1) ?? 0);
  for (const [token, own] of rows.entries()) {
    if (token === 0) continue;
    const into = (to: number) =>
      quiet.reduce((sum, one, n) => sum + (row[n] ?? 0) * at(factors, one * count + to), 0);
    const next = quiet.map((to) => at(own, to) * into(to));
    const divisor = next.reduce((sum, value) => sum + value, 0);
    if (divisor === 0) return 0;
    row = next.map((value) => value / divisor);
    score += Math.log(divisor) + (tops[token] ?? 0);
  }
  return row.reduce((sum, value) => sum + value, 0) * Math.exp(score);
}
