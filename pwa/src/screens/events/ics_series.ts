/** Finds the occurrence of a repeating event that comes next. */
import ICAL from "ical.js";
import { daysAfter, localDay } from "../../domain/dates/days";
import type { IcsProperty } from "./ics_lines";
import { momentAt, type WallTime } from "./ics_time";

/** How far a rule is followed: daily for fifty years. */
const MOST_STEPS = 20_000;
/** Occurrences before the present that may turn out to be the last that took place. */
const REMEMBERED = 30;

/** When a repeating event takes place, besides its rules. */
export interface Repetition {
  start: WallTime;
  rules: IcsProperty[];
  added: WallTime[];
  /** Checks an occurrence by its moment: false for one that was taken out. */
  takesPlace: (moment: string) => boolean;
}

/**
 * Return the first occurrence that begins after a moment, else the last one.
 * @param since - as a moment in UTC
 * @returns undefined where the rules cannot be followed
 */
export function nextOccurrence(repetition: Repetition, since: string): WallTime | undefined {
  const { start, takesPlace, added } = repetition;
  const found = [...followed(repetition, since), ...added, start]
    .map((wall) => ({ wall, moment: momentAt(wall) }))
    .filter(({ moment }) => takesPlace(moment))
    .sort((a, b) => a.moment.localeCompare(b.moment));
  return (found.find(({ moment }) => moment >= since) ?? found.at(-1))?.wall;
}

/** Return the occurrences around a moment that the rules lead to; none of a rule that does not get there. */
function followed({ start, rules, takesPlace }: Repetition, since: string): WallTime[] {
  const from = daysAfter(localDay(new Date(since)), -2);
  return rules.flatMap((rule) => {
    const near: WallTime[] = [];
    let count = 0;
    for (const wall of steps(start, rule)) {
      count += 1;
      near.push(wall);
      if (wall.day < from && near.length > REMEMBERED) near.shift();
      if (wall.day < from) continue;
      const moment = momentAt(wall);
      if (moment >= since && takesPlace(moment)) break;
    }
    return count < MOST_STEPS ? near : [];
  });
}

function* steps(start: WallTime, { value }: IcsProperty): Generator<WallTime> {
  try {
    const rule = ICAL.Recur.fromString(plainRule(value, start));
    const iterator = rule.iterator(ICAL.Time.fromData(partsOf(start)));
    for (let step = 0; step < MOST_STEPS; step++) {
      const next = iterator.next();
      if (!next) return;
      const [day = "", clock = null] = next.toString().split("T");
      yield { day, time: start.time === null ? null : clock, zone: start.zone };
    }
  } catch {
    // A rule that cannot be read leaves the occurrences found so far.
  }
}

function partsOf({ day, time }: WallTime) {
  const [year, month, date] = day.split("-").map(Number);
  const [hour, minute, second] = (time ?? "0:0:0").split(":").map(Number);
  return { year, month, day: date, hour, minute, second, isDate: time === null };
}

/** The end of a rule is a moment in UTC, while its occurrences are times of a clock. */
function plainRule(value: string, { time, zone }: WallTime): string {
  const rule = value.replace(/\s+/g, "").toUpperCase();
  return rule.replace(
    /UNTIL=(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(Z?))?/,
    (whole, ...parts) => {
      const [year, month, date, hour, minute, second, isUtc] = parts as string[];
      if (!hour || time === null)
        return `UNTIL=${year}${month}${date}${time === null ? "" : "T235959"}`;
      if (!isUtc) return whole.replace(/[-:]/g, "");
      const moment = new Date(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`);
      return `UNTIL=${shownAt(moment, zone)}`;
    },
  );
}

function shownAt(moment: Date, zone: WallTime["zone"]): string {
  if (zone !== null && typeof zone !== "string") {
    const utc = ICAL.Time.fromJSDate(moment, true);
    return utc.convertToZone(zone).toICALString().replace("Z", "");
  }
  const shown = moment.toLocaleString("sv-SE", zone ? { timeZone: zone } : {});
  return shown.replace(/[-:]/g, "").replace(" ", "T");
}
