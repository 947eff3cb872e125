/** Reads calendar files in a worker, so that a large or odd one cannot block the page. */
import { type CalendarEvent, readCalendar } from "./parse_ics";

export type CalendarReply = { events: CalendarEvent[] } | { isDamaged: true };

addEventListener("message", ({ data }: MessageEvent<string>) => {
  try {
    reply({ events: readCalendar(data) });
  } catch {
    reply({ isDamaged: true });
  }
});

function reply(message: CalendarReply): void {
  postMessage(message);
}
