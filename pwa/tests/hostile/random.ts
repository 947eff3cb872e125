/** A generator of whole numbers that the seed decides. */
import { seed } from "../seed";

let state = seed >>> 0;

/** Draw a whole number from 0 up to, and without, a limit (mulberry32). */
export function randomInt(limit: number): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}
