/** The time of an event as a person says it. */

import type { EventRecord } from "../../data/kinds.gen";
import { dayText, timeText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";

type Times = Pick<EventRecord, "starts_at" | "ends_at">;

/** Say when an event is: "today, 19:00–22:00", "3 May, 9:00 – 5 May, 17:00"; nothing where nobody knows. */
export function eventTimesText({ starts_at, ends_at }: Times, now: Date): string {
  if (!starts_at) return "";
  const [begin, end] = [new Date(starts_at), ends_at ? new Date(ends_at) : undefined];
  const today = localDay(now);
  const first = `${dayText(localDay(begin), today)}, ${timeText(begin)}`;
  if (!end || end <= begin) return first;
  const isOneDay = localDay(end) === localDay(begin);
  if (isOneDay) return `${first}–${timeText(end)}`;
  return `${first} – ${dayText(localDay(end), today)}, ${timeText(end)}`;
}
