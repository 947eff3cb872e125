/** Which style of prompt works with this user: Thompson sampling among three styles. */

import { type Style, styles } from "./prompt";

export interface Count {
  /** Talks that were counted, each once. */
  uses: number;
  successes: number;
  failures: number;
}

/** Sums of one device, or of several: adding them up is all that merging takes. */
export type Counters = Record<Style, Count>;

/** One talk as learning sees it: the prompt it began with, and what became of it; all in ISO 8601. */
export interface CountedConversation {
  style: Style;
  shown_at: string;
  card_written_at: string | null;
  problem_added_at: string | null;
  promise_added_at: string | null;
  contact_both_ways_at: string | null;
}

/** Judgements, to be recalibrated together. */
const prior = 2;
const floor = 0.03;
const hoursToAdd = 12;
const daysToContact = 30;
const contactSuccesses = 2;
export const fewestUses = 8;

/** Give counters of a user of whom nothing is known. */
export function noCounters(): Counters {
  return byStyle(() => ({ uses: 0, successes: 0, failures: 0 }));
}

/** Merge the counters of several devices; the order does not matter. */
export function addCounters(...all: Counters[]): Counters {
  return byStyle((style) => sum(all.map((counters) => counters[style])));
}

/** Count what talks have shown by now; safe to repeat, as it counts afresh. */
export function countConversations(talks: CountedConversation[], now: Date): Counters {
  return byStyle((style) =>
    sum(talks.filter((talk) => talk.style === style).map((talk) => countOne(talk, now))),
  );
}

/**
 * Choose a style among those at hand, better ones more often, each at least three times in a hundred.
 * takes: `draw`, which gives numbers in [0, 1).
 * source: Thompson (1933), with a Beta(2, 2) prior and a floor.
 */
export function chooseStyle(present: Style[], counters: Counters, draw: () => number): Style {
  const explored = present[Math.floor(draw() / floor)];
  if (explored || present.length < 2) return explored ?? (present[0] as Style);
  const sampled = present.map((style) => sampleBeta(counters[style], draw));
  return present[sampled.indexOf(Math.max(...sampled))] as Style;
}

/** Give what may be claimed of a style "with you, so far"; null below eight uses. */
export function learningSummary({
  uses,
  successes,
  failures,
}: Count): { n: number; share: number } | null {
  return uses < fewestUses ? null : { n: uses, share: successes / (successes + failures) };
}

function byStyle(count: (style: Style) => Count): Counters {
  return Object.fromEntries(styles.map((style) => [style, count(style)])) as Counters;
}

function sum(counts: Count[]): Count {
  return counts.reduce(
    (total, count) => ({
      uses: total.uses + count.uses,
      successes: total.successes + count.successes,
      failures: total.failures + count.failures,
    }),
    { uses: 0, successes: 0, failures: 0 },
  );
}

function countOne(talk: CountedConversation, now: Date): Count {
  const added = [talk.problem_added_at, talk.promise_added_at].some((at) =>
    isWithin(talk.shown_at, at, hoursToAdd),
  );
  const isOver = isWithin(talk.shown_at, now.toISOString(), hoursToAdd) === false;
  if (!talk.card_written_at || !(added || isOver)) return { uses: 0, successes: 0, failures: 0 };
  const wrote = isWithin(talk.shown_at, talk.contact_both_ways_at, daysToContact * 24);
  return {
    uses: 1,
    successes: Number(added) + (wrote ? contactSuccesses : 0),
    failures: Number(!added),
  };
}

function isWithin(from: string, at: string | null, hours: number): boolean {
  if (!at) return false;
  const passed = Date.parse(at) - Date.parse(from);
  return passed >= 0 && passed <= hours * 3_600_000;
}

/** A Beta number of whole parameters is the share of one sum of exponential waits in two such sums. */
function sampleBeta({ successes, failures }: Count, draw: () => number): number {
  const waited = waits(successes + prior, draw);
  return waited / (waited + waits(failures + prior, draw));
}

function waits(count: number, draw: () => number): number {
  return Array.from({ length: count }, () => -Math.log(1 - draw())).reduce((a, b) => a + b, 0);
}
