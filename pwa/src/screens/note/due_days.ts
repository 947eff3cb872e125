/** The dates behind the chips of "when", counted from the moment of writing. */

import { daysAfter, localDay, nextMonday, noonOf } from "../../domain/dates/days";

export type WhenChip = "tomorrow" | "friday" | "next_week";

const FRIDAY = 5;
const DAY_BEGINS_HOUR = 4;

/**
 * Return the date that each chip stands for.
 * Before 4:00 "tomorrow" is today's date; on a Friday before noon "Friday" is today.
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
  const daysAhead = (FRIDAY - noonOf(today).getDay() + 7) % 7;
  const isTooLate = daysAhead === 0 && now.getHours() >= 12;
  return daysAfter(today, isTooLate ? 7 : daysAhead);
}
