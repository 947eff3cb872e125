/** Choices of the user's, each one record, which follow them to every device. */
import { derivedId } from "./ids";
import { useLive } from "./live";
import { find } from "./queries";
import { write } from "./write";

/**
 * Read a choice, and change it.
 * takes: its name; the values that it can have, the first of them being the one that holds without a choice
 * gives: the value, undefined until it is read; the function that chooses another
 */
export function useSetting<V extends string>(
  name: string,
  values: readonly [V, ...V[]],
): [V | undefined, (value: V) => Promise<void>] {
  const { value: chosen, error } = useLive(() => read(name), ["setting"], [name]);
  const fallback = chosen === undefined && !error ? undefined : values[0];
  return [values.find((value) => value === chosen) ?? fallback, (value) => choose(name, value)];
}

async function read(name: string): Promise<string | null> {
  const setting = await find("setting", await derivedId("", name));
  return setting?.body.value ?? null;
}

async function choose(name: string, value: string): Promise<void> {
  await write({ kind: "setting", id: await derivedId("", name), set: { name, value } });
}
