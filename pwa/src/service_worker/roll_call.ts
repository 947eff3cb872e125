/** Finds out whether any open page works, for a broken release leaves nobody to take the next one up. */
import { ARE_YOU_THERE } from "./take_over";

declare const self: ServiceWorkerGlobalScope;

const ANSWER_WITHIN_SECONDS = 3;

/** Take over at once where no open page answers; where one does, the person decides. */
export async function takeOverFromBroken(): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const isOneThere = await Promise.any(pages.map(answerOf)).catch(() => false);
  if (!isOneThere) await self.skipWaiting();
}

function answerOf(page: Client): Promise<true> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(reject, ANSWER_WITHIN_SECONDS * 1000);
    page.postMessage(ARE_YOU_THERE, [port2]);
  });
}
