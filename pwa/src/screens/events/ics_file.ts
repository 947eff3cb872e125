/** Reads calendar files in a worker, keeps that worker on the device, and receives files that the system opens. */

import { trustedAddress } from "../../trusted_address";
import type { CalendarReply } from "./ics_worker";
import workerAddress from "./ics_worker?worker&url";
import type { CalendarContent } from "./parse_ics";

export type CalendarFile = CalendarContent | { problem: string };

const MOST_BYTES = 5_000_000;
const TIMEOUT_SECONDS = 15;
const CACHE = "calendar_reader";

/**
 * Read the events of a calendar file; nothing is stored.
 * @returns the events, or in plain words why the file cannot be read
 */
export async function readCalendarFile(file: File): Promise<CalendarFile> {
  const { name } = file;
  if (file.size > MOST_BYTES)
    return { problem: `${name} is larger than 5 MB. Export a shorter period or a single event.` };
  const reply = await readInWorker(await file.text());
  if ("isMissing" in reply) return { problem: "Go online once to download the calendar reader." };
  if ("isDamaged" in reply)
    return {
      problem: `${name} isn't a calendar file (.ics), or it's damaged. Nothing was changed.`,
    };
  if (reply.events.length === 0)
    return { problem: `${name} has no events with a time that can be read. Nothing was changed.` };
  return reply;
}

/** A file that takes too long counts as damaged; a worker that does not start is not on the device yet. */
function readInWorker(text: string): Promise<CalendarReply | { isMissing: true }> {
  const worker = new Worker(trustedAddress(workerAddress), { type: "module" });
  const reply = new Promise<CalendarReply | { isMissing: true }>((resolve) => {
    worker.addEventListener("message", ({ data }) => resolve(data));
    worker.addEventListener("error", () => resolve({ isMissing: true }));
    setTimeout(() => resolve({ isDamaged: true }), TIMEOUT_SECONDS * 1000);
    worker.postMessage(text);
  });
  return reply.finally(() => worker.terminate());
}

/** Store the worker on the device, so that a file can be read offline, and delete older versions of it. */
export async function cacheCalendarReader(): Promise<void> {
  if (!navigator.serviceWorker?.controller) return;
  const cache = await caches.open(CACHE);
  const older = await cache.keys();
  if (await cache.match(workerAddress)) return;
  await cache.add(workerAddress);
  await Promise.all(older.map((request) => cache.delete(request)));
}

interface LaunchQueue {
  setConsumer(take: (launch: { files?: FileSystemFileHandle[] }) => void): void;
}

/**
 * Call a listener with each file that the installed app is started with, where the system supports it.
 * @see https://wicg.github.io/manifest-incubations/#file_handlers-member
 */
export function onLaunchedFile(open: (file: File) => void): void {
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(async ({ files }) => {
    const file = await files?.[0]?.getFile();
    if (file) open(file);
  });
}
