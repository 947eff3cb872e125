/** Reads calendar files in a worker, so that a large or odd one cannot block the page. */
import { type CalendarContent, readCalendar } from "./parse_ics";

export type CalendarReply = CalendarContent | { isDamaged: true };

addEventListener("message", ({ data }: MessageEvent<string>) => {
  try {
    reply(readCalendar(data, new Date()));
  } catch {
    reply({ isDamaged: true });
  }
});

function reply(message: CalendarReply): void {
  postMessage(message);
}
