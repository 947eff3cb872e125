/** Opens a calendar file that the person chose, and says in plain words why one cannot be read. */
import { trustedAddress } from "../../trusted_address";
import type { Occasion } from "./calendar";
import type { FromCalendarWorker } from "./calendar_worker";
import address from "./calendar_worker?worker&url";

export type Opened = { occasions: Occasion[] } | { trouble: string };

const MOST_BYTES = 5_000_000;
const PATIENCE_SECONDS = 15;

/** Read the events of a calendar file; nothing is stored by this. */
export async function openCalendar(file: File): Promise<Opened> {
  if (file.size > MOST_BYTES)
    return trouble(`${file.name} is larger than 5 MB. Export a shorter time, or one event.`);
  const read = await inWorker(await file.text());
  if ("isMissing" in read)
    return trouble("Calendar files cannot be read here yet: that needs the network once.");
  if ("isDamaged" in read)
    return trouble(`${file.name} is damaged, or no calendar file (.ics). Nothing was changed.`);
  if (read.occasions.length === 0)
    return trouble(`${file.name} holds no event with a time. Nothing was changed.`);
  return read;
}

/** A file that takes too long is given up as damaged; a worker that does not even start is not kept yet. */
function inWorker(text: string): Promise<FromCalendarWorker | { isMissing: true }> {
  const worker = new Worker(trustedAddress(address), { type: "module" });
  const answer = new Promise<FromCalendarWorker | { isMissing: true }>((resolve) => {
    worker.addEventListener("message", ({ data }) => resolve(data));
    worker.addEventListener("error", () => resolve({ isMissing: true }));
    setTimeout(() => resolve({ isDamaged: true }), PATIENCE_SECONDS * 1000);
    worker.postMessage(text);
  });
  return answer.finally(() => worker.terminate());
}

function trouble(words: string): Opened {
  return { trouble: words };
}
