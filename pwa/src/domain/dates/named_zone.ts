/** Finds the time zone that a calendar program means, in whatever way it names zones. */
import { ownValue } from "../own_value";
import { windowsZones } from "./windows_zones";

/** How Outlook shows zones of North America, by their first word. */
const AMERICAN: Record<string, string> = {
  newfoundland: "America/St_Johns",
  atlantic: "America/Halifax",
  eastern: "America/New_York",
  central: "America/Chicago",
  mountain: "America/Denver",
  pacific: "America/Los_Angeles",
  alaska: "America/Anchorage",
  hawaii: "Pacific/Honolulu",
};

const known = new Map<string, boolean>();
let windows: Map<string, string> | undefined;

/**
 * Return the IANA name of a zone named as Windows, Outlook or a path does, such as "Eastern Standard Time",
 * "(UTC+01:00) Amsterdam, Berlin" or "/citadel.org/20190914_1/Europe/Berlin".
 * @returns undefined for a name that means no known zone
 */
export function zoneNamed(name: string): string | undefined {
  const text = name.trim().replace(/^"|"$/g, "").slice(0, 200);
  windows ??= windowsZones();
  if (/^(?:z|utc|gmt|coordinated universal time)$/i.test(text)) return "UTC";
  if (isKnownZone(text)) return text;
  return (
    windows.get(text.toLowerCase().replace(/ (?:daylight|summer) time$/, " standard time")) ??
    endOfPath(text) ??
    shownByOutlook(text) ??
    offsetZone(text)
  );
}

function isKnownZone(zone: string): boolean {
  const before = known.get(zone);
  if (before !== undefined) return before;
  let isKnown = /^[A-Za-z]/.test(zone);
  try {
    if (isKnown) new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch {
    isKnown = false;
  }
  known.set(zone, isKnown);
  return isKnown;
}

/** Some programs put their own path before the name. */
function endOfPath(text: string): string | undefined {
  const parts = text.split("/").filter(Boolean);
  return [3, 2, 1].map((count) => parts.slice(-count).join("/")).find(isKnownZone);
}

function shownByOutlook(text: string): string | undefined {
  const [, places] = /^\((?:UTC|GMT)[^)]*\)\s*(.+)$/i.exec(text) ?? [];
  const words = places ?? text;
  const [, first = ""] = /^(\p{L}+)(?: time)?\s*(?:\(|$)/iu.exec(words) ?? [];
  const american = /time\b/i.test(words) ? ownValue(AMERICAN, first.toLowerCase()) : undefined;
  if (american || !places) return american;
  const cities = places.split(",").map((city) => city.trim().replaceAll(" ", "_"));
  const zones = Intl.supportedValuesOf("timeZone");
  return cities
    .map((city) => zones.find((zone) => city && zone.endsWith(`/${city}`)))
    .find((zone) => zone !== undefined);
}

/** The names of fixed zones count the other way round: Etc/GMT-2 is two hours ahead. */
function offsetZone(text: string): string | undefined {
  const [, sign, hours, minutes = "00"] =
    /^\(?(?:UTC|GMT)\s*([+-])(\d{1,2})(?::?(\d\d))?\b/i.exec(text) ?? [];
  if (!sign || minutes !== "00") return undefined;
  const zone = `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
  return isKnownZone(zone) ? zone : undefined;
}
