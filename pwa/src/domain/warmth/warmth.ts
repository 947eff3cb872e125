/** The warmth of a tie to a person: a pure function with the same result on every device. */

import { balanceOf, depthOf, recencyOf, rounded, warmthOf } from "./formula";
import {
  answerWithinDays,
  type Interaction,
  type InteractionKind,
  interactionsOf,
  isContact,
  isTwoWay,
  weights,
} from "./interactions";
import { countDays, DAY_MS, dayInZone } from "./moments";
import { plantState, type TieState } from "./plant_state";
import { awaitedSince, rhythmDays } from "./rhythm";
import type { Tie } from "./tie";

/** The value from 0 to 100, its parts, and what its sentence needs. */
export interface Warmth {
  warmth: number;
  depth: number;
  rhythm_days: number;
  /** How much of the rhythm has passed: 1 when contact is due. */
  x: number;
  recency: number;
  balance: number;
  state: TieState;
  /** How the last contact in both directions took place. */
  last: InteractionKind | null;
  /** Days since then, else since the person was added. */
  days_ago: number | null;
  contacts_count: number;
  /** How often each side got in touch. */
  mine: number;
  theirs: number;
  /** Whether there were messages, whether my last one may still be answered, whether a promise was broken. */
  writes: boolean;
  waits: boolean;
  broke: boolean;
}

/** Judgements, to be recalibrated together. */
const fadesByHalfDays = 730;
const balanceOverDays = 730;

/**
 * Compute the warmth of a tie.
 * @param now - in milliseconds
 */
export function warmth(tie: Tie, now: number): Warmth {
  const interactions = interactionsOf(tie, now);
  const rhythm_days = rhythmDays(tie, interactions);
  const since = awaitedSince(tie, interactions, now);
  const x = rounded((now - (since ?? now)) / DAY_MS / rhythm_days);
  const recent = interactions.filter(({ at }) => now - at <= balanceOverDays * DAY_MS);
  const { mine, theirs } = sides(recent, now);
  const parts = [depthOf(weigh(interactions, now)), recencyOf(x), balanceOf(mine, theirs)] as const;
  const [depth, recency, balance] = parts;
  return {
    warmth: warmthOf(...parts),
    depth,
    rhythm_days,
    x,
    recency,
    balance,
    state: plantState(tie, interactions, { now, x }),
    last: interactions.findLast(isTwoWay)?.kind ?? null,
    days_ago: since === null ? null : daysAgo(since, now, tie.zone),
    contacts_count: interactions.filter(isTwoWay).length,
    mine,
    theirs,
    writes: recent.some(({ kind }) => ["message", "mine", "theirs"].includes(kind)),
    waits: isWaiting(interactions, now),
    broke: recent.some(({ kind }) => kind === "broken"),
  };
}

/** Adds up the weights, the smallest first, so that every machine gets the same sum. */
function weigh(interactions: Interaction[], now: number): number {
  return interactions
    .map(({ at, kind }) => weights[kind] * 2 ** -((now - at) / DAY_MS / fadesByHalfDays))
    .sort((a, b) => a - b)
    .reduce((sum, weight) => sum + weight, 0);
}

/** Counts how often each side got in touch; a message of mine counts once its time for an answer is over. */
function sides(recent: Interaction[], now: number): { mine: number; theirs: number } {
  const count = (is: (one: Interaction) => boolean) => recent.filter(is).length;
  const waited = now - answerWithinDays * DAY_MS;
  return {
    mine: count((one) => isTwoWay(one) || (one.kind === "mine" && one.at <= waited)),
    theirs: count((one) => isTwoWay(one) || one.kind === "theirs"),
  };
}

function daysAgo(since: number, now: number, zone: string): number {
  return countDays(dayInZone(since, zone), dayInZone(now, zone));
}

function isWaiting(interactions: Interaction[], now: number): boolean {
  const last = interactions.findLast(isContact);
  return last?.kind === "mine" && last.at > now - answerWithinDays * DAY_MS;
}
