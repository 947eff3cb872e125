/** The chance in the choice of a prompt: a stream of numbers that is the same whenever the same talk is opened. */

/**
 * Give numbers from 0 up to, but not including, 1, the same for the same seed.
 * source: xmur3 and mulberry32 (Jenkins, Ettinger; public domain)
 */
export function drawsOf(seed: string): () => number {
  let state = hashed(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hashed(seed: string): number {
  let hash = 1779033703 ^ seed.length;
  for (const character of seed) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return hash;
}
