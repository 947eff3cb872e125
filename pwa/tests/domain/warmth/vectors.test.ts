/** The rules of warmth and nudges on the vectors that the server's rules are held to as well. */
import { expect, test } from "vitest";
import { balanceOf, depthOf, recencyOf, warmthOf } from "../../../src/domain/warmth/formula";
import { nextNudge } from "../../../src/domain/warmth/nudge";
import { explain } from "../../../src/domain/warmth/sentence";
import type { Tie } from "../../../src/domain/warmth/tie";
import { warmth } from "../../../src/domain/warmth/warmth";
import { now, nudgeVectors, spelled, tiesAtRandom, warmthVectors } from "./ties";

test.each(warmthVectors.golden)("sum $weight, x $x, $theirs of $mine gives $warmth", (golden) => {
  const { weight, x, mine, theirs } = golden;

  const value = warmthOf(depthOf(weight), recencyOf(x), balanceOf(mine, theirs));

  expect(value).toBe(golden.warmth);
});

test.each(warmthVectors.cases)("$name", ({ tie, state, says }) => {
  const warm = warmth(spelled(tie), now);

  expect(warm.state).toBe(state);
  expect(explain(warm)).toBe(says);
});

test.each(nudgeVectors.cases)("$name", ({ tie, nudge }) => {
  expect(said(spelled(tie))).toBe(nudge);
});

test.each(tiesAtRandom)("phone and server judge alike: $says", ({ tie, parts, ...judged }) => {
  const warm = warmth(spelled(tie), now);
  const { depth, rhythm_days, x, recency, balance } = warm;

  [depth, rhythm_days, x, recency, balance].forEach((part, at) => {
    expect(part).toBeCloseTo(parts[at] ?? Number.NaN, 5);
  });
  expect({ state: warm.state, says: explain(warm), nudge: said(spelled(tie)) }).toEqual(judged);
});

function said(tie: Tie): string | null {
  const nudge = nextNudge(tie, now);
  return nudge && `${nudge.due_on} ${nudge.why}`;
}
