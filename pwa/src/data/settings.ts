/** The user's settings, one record each, which sync to every device. */
import { derivedId } from "./ids";
import type { SettingName } from "./kinds.gen";
import { useLive } from "./live";
import { find } from "./queries";
import { write } from "./write";

/**
 * Read a setting, and change it.
 * @param values - the values that it can have; the first is the default
 * @returns the value, undefined until it is read, and the function that sets another
 */
export function useSetting<V extends string>(
  name: SettingName,
  values: readonly [V, ...V[]],
): [V | undefined, (value: V) => Promise<void>] {
  const { value: chosen, error } = useLive(() => read(name), ["setting"], [name]);
  const fallback = chosen === undefined && !error ? undefined : values[0];
  return [values.find((value) => value === chosen) ?? fallback, (value) => choose(name, value)];
}

async function read(name: SettingName): Promise<string | null> {
  const setting = await find("setting", await derivedId("", name));
  return setting?.body.value ?? null;
}

/** Return the time zone (IANA) that the user's devices agreed on, else this browser's. */
export async function userTimeZone(): Promise<string> {
  const zone = await read("time_zone");
  return zone && isTimeZone(zone) ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

async function choose(name: SettingName, value: string): Promise<void> {
  await write({ kind: "setting", id: await derivedId("", name), set: { name, value } });
}
