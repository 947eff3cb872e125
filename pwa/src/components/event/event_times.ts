/** The time of an event as a person says it. */

import type { EventRecord } from "../../data/kinds.gen";
import { sayDay, sayTime } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";

type Times = Pick<EventRecord, "starts_at" | "ends_at">;

/** Say when an event is: "today, 19:00–22:00", "3 May, 9:00 – 5 May, 17:00"; nothing where nobody knows. */
export function sayTimes({ starts_at, ends_at }: Times, now: Date): string {
  if (!starts_at) return "";
  const [begin, end] = [new Date(starts_at), ends_at ? new Date(ends_at) : undefined];
  const today = localDay(now);
  const first = `${sayDay(localDay(begin), today)}, ${sayTime(begin)}`;
  if (!end || end <= begin) return first;
  const isOneDay = localDay(end) === localDay(begin);
  if (isOneDay) return `${first}–${sayTime(end)}`;
  return `${first} – ${sayDay(localDay(end), today)}, ${sayTime(end)}`;
}
