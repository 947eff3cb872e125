/** The formula of warmth: depth, recency, and balance between the two. */

/** Judgements, to be recalibrated together; dormant ties keep their worth, so a quarter stays. */
const depthAt = 6;
const coolsAt = 3;
const coolsBy = 1.5;
const stays = 0.25;
const lowestBalance = 0.6;

/** Return the depth of the tie, from 0 to 1. */
export function depthOf(weight: number): number {
  return 1 - Math.exp(-Math.max(0, weight) / depthAt);
}

/** Return how recent the last contact is, from 1 down to 0; x is its age in rhythms. */
export function recencyOf(x: number): number {
  return 1 / (1 + (x / coolsAt) ** coolsBy);
}

/** Return 1 where they get in touch as often as the user, less where only the user does. */
export function balanceOf(mine: number, theirs: number): number {
  const share = (theirs + 1) / (mine + theirs + 2);
  return lowestBalance + 2 * (1 - lowestBalance) * Math.min(share, 0.5);
}

/** Return the warmth, a whole number from 0 to 100. */
export function warmthOf(depth: number, recency: number, balance: number): number {
  return Math.floor(rounded(100 * depth * balance * (stays + (1 - stays) * recency)) + 0.5);
}

/** Round to nine decimals, so that all machines agree on which side of a bound a number is. */
export function rounded(number: number): number {
  return Math.floor(number * 1e9 + 0.5) / 1e9;
}
