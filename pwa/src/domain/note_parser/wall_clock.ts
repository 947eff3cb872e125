/** Converts between moments and the wall clock of a time zone. */

/** Return the wall-clock time of a zone, as a Date whose local fields show it. */
export function wallClock(moment: Date, zone: string): Date {
  const { year, month, day, hour, minute, second } = fields(moment, zone);
  return new Date(year, month - 1, day, hour, minute, second);
}

/**
 * Return the moment at which the wall clock of a zone shows a day and time.
 * @param day - as `YYYY-MM-DD`
 * @param time - as `HH:MM`
 * @returns in UTC, ISO 8601
 */
export function momentOf(day: string, time: string, zone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const first = wanted - offset(wanted, zone);
  // Near a change of clocks the first guess may have used the offset of the other side.
  const moment = wanted - offset(first, zone);
  return new Date(moment).toISOString().replace(".000Z", "Z");
}

function offset(moment: number, zone: string): number {
  const { year, month, day, hour, minute, second } = fields(new Date(moment), zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

function fields(moment: Date, zone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
    second: part("second"),
  };
}
