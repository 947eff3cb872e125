/** Local calendar days as `YYYY-MM-DD`, and how to calculate with them. */

/** Return the local day of a moment. */
export function localDay(moment: Date): string {
  const month = `${moment.getMonth() + 1}`.padStart(2, "0");
  const date = `${moment.getDate()}`.padStart(2, "0");
  return `${moment.getFullYear()}-${month}-${date}`;
}

/** Return the day some days after another; a negative number goes back. */
export function daysAfter(day: string, days: number): string {
  const moment = noonOf(day);
  moment.setDate(moment.getDate() + days);
  return localDay(moment);
}

/** Count the days from one day to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / 86_400_000);
}

/** Return the Monday of the week after a day. */
export function nextMonday(day: string): string {
  return daysAfter(day, 7 - ((noonOf(day).getDay() + 6) % 7));
}

/** Return local noon of a day, which no change of clocks moves to another day. */
export function noonOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}
