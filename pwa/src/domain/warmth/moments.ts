/** Moments in milliseconds since 1970, and their local days in the user's time zone. */

/** A day in milliseconds. */
export const DAY_MS = 86_400_000;
const EARLIEST = -70 * 365 * DAY_MS;
const calendars = new Map<string, Intl.DateTimeFormat>();

/**
 * Read a moment in ISO 8601.
 * @returns null where there is none, for the future, and before 1900, which can only be a typing error
 */
export function readMoment(moment: string | null, now: number): number | null {
  const at = moment ? Date.parse(moment) : Number.NaN;
  return at >= EARLIEST && at <= now ? at : null;
}

/** Return the day of a moment in a time zone. */
export function dayInZone(at: number, zone: string): string {
  const known = calendars.get(zone);
  // Swedes write their dates as ISO 8601 does.
  const calendar = known ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  if (!known) calendars.set(zone, calendar);
  return calendar.format(at);
}

/** Count the days from one day to another. */
export function countDays(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY_MS;
}

/** Return the day some days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
