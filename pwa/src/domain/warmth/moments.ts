/** Moments as milliseconds since 1970, and the local days on which they lie. */

export const DAY_MS = 86_400_000;
const EARLIEST = -70 * 365 * DAY_MS;
const calendars = new Map<string, Intl.DateTimeFormat>();

/**
 * Read a moment in ISO 8601; null where there is none, or where it does not count.
 * The future does not count yet, and years before 1900 are slips of the finger.
 */
export function read(moment: string | null, now: number): number | null {
  const at = moment ? Date.parse(moment) : Number.NaN;
  return at >= EARLIEST && at <= now ? at : null;
}

/** Give the day of a moment where the user lives. */
export function localDay(at: number, zone: string): string {
  const known = calendars.get(zone);
  // Swedes write their dates as ISO 8601 does.
  const calendar = known ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  if (!known) calendars.set(zone, calendar);
  return calendar.format(at);
}

/** Count the days from one local day to another. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY_MS;
}

/** Give the local day that comes so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
