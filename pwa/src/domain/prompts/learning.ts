/** Learns which style of prompt works for this user: Thompson sampling among three styles. */

import { type Style, styles } from "./prompt";

/** What was counted of one style. */
export interface Count {
  /** Conversations that were counted, each once. */
  uses: number;
  successes: number;
  failures: number;
}

/** The counts of one device, or the sums of several. */
export type Counters = Record<Style, Count>;

/** A conversation as learning sees it: the style of its prompt, and moments in ISO 8601. */
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
/** Below so many uses nothing is claimed of a style. */
export const fewestUses = 8;

/** Return the counters of a user without any conversations. */
export function noCounters(): Counters {
  return byStyle(() => ({ uses: 0, successes: 0, failures: 0 }));
}

/** Add up the counters of several devices. */
export function addCounters(...all: Counters[]): Counters {
  return byStyle((style) => sum(all.map((counters) => counters[style])));
}

/** Count what conversations have shown by now, from the start each time. */
export function countConversations(conversations: CountedConversation[], now: Date): Counters {
  return byStyle((style) =>
    sum(conversations.filter((one) => one.style === style).map((one) => countOne(one, now))),
  );
}

/**
 * Choose a style, better ones more often: Thompson sampling (1933) with a Beta(2, 2) prior.
 * Each style is chosen at least three times in a hundred.
 * @param draw - returns random numbers in [0, 1)
 */
export function chooseStyle(present: Style[], counters: Counters, draw: () => number): Style {
  const explored = present[Math.floor(draw() / floor)];
  if (explored || present.length < 2) return explored ?? (present[0] as Style);
  const sampled = present.map((style) => sampleBeta(counters[style], draw));
  return present[sampled.indexOf(Math.max(...sampled))] as Style;
}

/** Return what may be claimed of a style "with you, so far"; null below eight uses. */
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

function countOne(counted: CountedConversation, now: Date): Count {
  const added = [counted.problem_added_at, counted.promise_added_at].some((at) =>
    isWithin(counted.shown_at, at, hoursToAdd),
  );
  const isOver = isWithin(counted.shown_at, now.toISOString(), hoursToAdd) === false;
  if (!counted.card_written_at || !(added || isOver)) return { uses: 0, successes: 0, failures: 0 };
  const wrote = isWithin(counted.shown_at, counted.contact_both_ways_at, daysToContact * 24);
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

/** For whole parameters, a Beta number is one sum of exponential waits divided by two such sums. */
function sampleBeta({ successes, failures }: Count, draw: () => number): number {
  const succeeded = waits(successes + prior, draw);
  return succeeded / (succeeded + waits(failures + prior, draw));
}

function waits(count: number, draw: () => number): number {
  return Array.from({ length: count }, () => -Math.log(1 - draw())).reduce((a, b) => a + b, 0);
}
