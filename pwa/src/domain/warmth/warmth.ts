/** How warm the tie to a person is: a pure function, with the same result on every device. */

import {
  answerWithinDays,
  type Deed,
  isContact,
  isTwoWay,
  type What,
  weighDeed,
  weights,
} from "./deeds";
import { balanceOf, depthOf, recencyOf, rounded, warmthOf } from "./formula";
import { DAY_MS, daysBetween, localDay } from "./moments";
import { awaitedSince, rhythmDays } from "./rhythm";
import type { Tie } from "./tie";

export type State = "seedling" | "growing" | "thirsty" | "wilting" | "dormant" | "let_go";

/** The value from 0 to 100, what it is made of, and what its sentence tells. */
export interface Warmth {
  warmth: number;
  depth: number;
  rhythm_days: number;
  /** The share of the rhythm that has passed. */
  x: number;
  recency: number;
  balance: number;
  state: State;
  /** How the last contact in both directions took place. */
  last: What | null;
  /** Since then, else since the person was added. */
  days_ago: number | null;
  contacts_count: number;
  /** How often each side came forward. */
  mine: number;
  theirs: number;
  /** There were messages; my last one may still be answered; a promise was broken. */
  writes: boolean;
  waits: boolean;
  broke: boolean;
}

/** Judgements, to be recalibrated together. */
const fadesByHalfDays = 730;
const balanceOverDays = 730;
const seedlingDays = 42;
const seedlingContacts = 3;
const cooling: [State, number][] = [
  ["growing", 1],
  ["thirsty", 2],
  ["wilting", 8],
];

/** Say how warm a tie is at a moment, in milliseconds. */
export function warmth(tie: Tie, now: number): Warmth {
  const deeds = weighDeed(tie, now);
  const rhythm_days = rhythmDays(tie, deeds);
  const since = awaitedSince(tie, deeds, now);
  const x = rounded((now - (since ?? now)) / DAY_MS / rhythm_days);
  const recent = deeds.filter(({ at }) => now - at <= balanceOverDays * DAY_MS);
  const { mine, theirs } = sides(recent, now);
  const parts = [depthOf(weigh(deeds, now)), recencyOf(x), balanceOf(mine, theirs)] as const;
  const [depth, recency, balance] = parts;
  return {
    warmth: warmthOf(...parts),
    depth,
    rhythm_days,
    x,
    recency,
    balance,
    state: stateOf(tie, deeds, { now, x }),
    last: deeds.findLast(isTwoWay)?.what ?? null,
    days_ago: since === null ? null : daysAgo(since, now, tie.zone),
    contacts_count: deeds.filter(isTwoWay).length,
    mine,
    theirs,
    writes: recent.some(({ what }) => ["message", "mine", "theirs"].includes(what)),
    waits: isWaiting(deeds, now),
    broke: recent.some(({ what }) => what === "broken"),
  };
}

/** Weighs all that happened, the smallest first, so that every machine adds alike. */
function weigh(deeds: Deed[], now: number): number {
  return deeds
    .map(({ at, what }) => weights[what] * 2 ** -((now - at) / DAY_MS / fadesByHalfDays))
    .sort((a, b) => a - b)
    .reduce((sum, weight) => sum + weight, 0);
}

/** Counts how often I and they came forward; a message of mine may wait for its answer first. */
function sides(recent: Deed[], now: number): { mine: number; theirs: number } {
  const count = (is: (deed: Deed) => boolean) => recent.filter(is).length;
  const waited = now - answerWithinDays * DAY_MS;
  return {
    mine: count((deed) => isTwoWay(deed) || (deed.what === "mine" && deed.at <= waited)),
    theirs: count((deed) => isTwoWay(deed) || deed.what === "theirs"),
  };
}

function daysAgo(since: number, now: number, zone: string): number {
  return daysBetween(localDay(since, zone), localDay(now, zone));
}

function isWaiting(deeds: Deed[], now: number): boolean {
  const last = deeds.findLast(isContact);
  return last?.what === "mine" && last.at > now - answerWithinDays * DAY_MS;
}

function stateOf(tie: Tie, deeds: Deed[], { now, x }: { now: number; x: number }): State {
  if (tie.let_go_at) return "let_go";
  const began = deeds.find(isContact)?.at ?? awaitedSince(tie, [], now);
  const isYoung = began === null || now - began < seedlingDays * DAY_MS;
  if (isYoung && deeds.filter(isTwoWay).length < seedlingContacts) return "seedling";
  return cooling.find(([, bound]) => x < bound)?.[0] ?? "dormant";
}
