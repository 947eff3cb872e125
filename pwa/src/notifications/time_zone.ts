/** The time zone of this browser, stored as a setting so that reminders come at the right hour. */
import { derivedId } from "../data/ids";
import type { SettingName } from "../data/kinds.gen";
import { find } from "../data/queries";
import { write } from "../data/write";

const NAME: SettingName = "time_zone";

/**
 * Return the time zone of this browser.
 * @returns its IANA name, such as "Europe/Berlin"
 */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Store the time zone if it has changed. Safe to repeat. */
export async function keepTimeZone(): Promise<void> {
  const id = await derivedId("", NAME);
  const stored = await find("setting", id);
  const value = zoneHere();
  if (stored?.body.value !== value)
    await write({ kind: "setting", id, set: { name: NAME, value } });
}
