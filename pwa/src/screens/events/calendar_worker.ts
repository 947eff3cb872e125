/** Reads calendar files beside the page, so that a strange one cannot hold it up. */
import { type Occasion, readCalendar } from "./calendar";

export type FromCalendarWorker = { occasions: Occasion[] } | { isDamaged: true };

addEventListener("message", ({ data }: MessageEvent<string>) => {
  try {
    tell({ occasions: readCalendar(data) });
  } catch {
    tell({ isDamaged: true });
  }
});

function tell(message: FromCalendarWorker): void {
  postMessage(message);
}
