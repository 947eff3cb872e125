/** Keeps the setting of the time zone as the browser has it, so that reminders come at the right hour. */
import { derivedId } from "../data/ids";
import { find } from "../data/queries";
import { write } from "../data/write";

const NAME = "time_zone";

/** Give the zone in which this browser is. */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Write the browser's zone down where it differs. Safe to repeat. */
export async function keepTimeZone(): Promise<void> {
  const id = await derivedId("", NAME);
  const known = await find("setting", id);
  const value = zoneHere();
  if (known?.body.value !== value) await write({ kind: "setting", id, set: { name: NAME, value } });
}
