/** The days behind the chips of "when", reckoned from the moment of writing. */

import { daysAfter, localDay, nextMonday, noonOf } from "../../domain/dates/days";

export type WhenChip = "tomorrow" | "friday" | "next_week";

const FRIDAY = 5;
const DAY_BEGINS_HOUR = 4;

/**
 * Say which day each chip means now.
 * Before four in the morning "tomorrow" is the day that starts after sleep; on a Friday, "Friday" is today until noon.
 */
export function dueDays(now: Date): Record<WhenChip, string> {
  const today = localDay(now);
  return {
    tomorrow: now.getHours() < DAY_BEGINS_HOUR ? today : daysAfter(today, 1),
    friday: fridayFrom(now, today),
    next_week: nextMonday(today),
  };
}

function fridayFrom(now: Date, today: string): string {
  const ahead = (FRIDAY - noonOf(today).getDay() + 7) % 7;
  const isTooLate = ahead === 0 && now.getHours() >= 12;
  return daysAfter(today, isTooLate ? 7 : ahead);
}
