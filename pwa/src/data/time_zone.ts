/** In which zone the user lives, so that every device reckons with the same days. */
import { derivedId } from "./ids";
import { find } from "./queries";

/** Give the zone (IANA) that the user's devices agreed on, else this browser's. */
export async function userTimeZone(): Promise<string> {
  const agreed = await find("setting", await derivedId("", "time_zone"));
  const zone = agreed?.body.value;
  return zone && isKnown(zone) ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function isKnown(zone: string): boolean {
  try {
    return Boolean(Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
