/** Reads and makes tables with keys that a person, a server or another version of the app made up. */

/**
 * Return what a table itself holds under a key; nothing where it doesn't.
 *
 * Every object of JavaScript has more than it holds: `table["constructor"]` and `"constructor" in table`
 * find what all objects share. `tests/own_values.test.ts` keeps this the only way.
 * @param table - an object of our own, or one that was sent
 * @param key - any text
 */
export function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Count how often each key occurs; whatever they are called, the result holds nothing else. */
export function countEach(keys: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries(counts);
}
