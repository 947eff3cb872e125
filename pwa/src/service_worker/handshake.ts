/** What pages and workers ask each other: does a page still work, may a new version start, what to store and to open. */

/** From a page to the waiting worker: the user wants the new version. */
export const TAKE_OVER = "take over";
/** From a page to its worker: the network has nothing better to do. */
export const STORE_LATER_FILES = "store later files";
/** From a new worker to each open page, which answers through the port if it works. */
export const ARE_YOU_THERE = "are you there";

/** From the worker to a page: a notification was tapped. */
export interface OpenPath {
  type: "open_path";
  path: string;
}

/** The part of the worker's global scope that taking over needs. */
interface WorkerScope {
  clients: {
    matchAll(options: {
      type: "window";
      includeUncontrolled: true;
    }): Promise<readonly { postMessage(message: string, transfer: Transferable[]): void }[]>;
  };
  skipWaiting(): Promise<void>;
}

const ANSWER_WITHIN_SECONDS = 3;

/** Activate the new worker at once if no open page answers: after a broken release nobody can choose to update. */
export async function takeOverFromBroken(worker: WorkerScope): Promise<void> {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const isAnyWorking = await Promise.any(pages.map(waitForAnswer)).catch(() => false);
  if (!isAnyWorking) await worker.skipWaiting();
}

/** Answer the worker's questions in a page, and go to the paths that it asks for. */
export function answerWorker(worker: ServiceWorkerContainer, go: (path: string) => void): void {
  worker.addEventListener("message", ({ data, ports }) => {
    if (data === ARE_YOU_THERE) ports[0]?.postMessage(true);
    if (data?.type === "open_path") go(data.path);
  });
}

function waitForAnswer(page: {
  postMessage(message: string, transfer: Transferable[]): void;
}): Promise<true> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(reject, ANSWER_WITHIN_SECONDS * 1000);
    page.postMessage(ARE_YOU_THERE, [port2]);
  });
}
