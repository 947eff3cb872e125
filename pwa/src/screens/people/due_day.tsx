/** The day on which something is due, said humanly. */

import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";

/** Say when something is due, the exact day on hover. */
export function DueDay({ day }: { day: string | null }) {
  if (!day) return null;
  return (
    <p class="soft small">
      due{" "}
      <time dateTime={day} title={day}>
        {dayText(day, localDay(new Date()))}
      </time>
    </p>
  );
}
