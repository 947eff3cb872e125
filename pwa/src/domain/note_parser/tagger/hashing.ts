/** Hashes words and features, exactly as `models/line/hashing.py` does, and finds them in sorted tables. */

/** Return the FNV-1a hash of a text's UTF-16 units, folded to 24 bits. */
export function hash24(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  }
  return ((number >>> 24) ^ number) & 0xffffff;
}

/**
 * Find a number in an ascending table.
 * @returns its index, or -1
 */
export function indexOf(table: Uint32Array, number: number): number {
  let low = 0;
  let high = table.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = table[middle] ?? 0;
    if (value === number) return middle;
    if (value < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
