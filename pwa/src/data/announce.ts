/** Tells every open tab and the worker which data has just changed. */
import type { StoreName } from "./types";

export type Topic = StoreName | "outbox" | "account" | "sync_state" | "round" | "notifications";

const channel =
  typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("earshot");
const listeners = new Set<(topics: Topic[]) => void>();

channel?.addEventListener("message", (message) => tell(message.data));

/** Say that data of these topics has changed, here and in the other tabs. */
export function announce(topics: Topic[]): void {
  tell(topics);
  channel?.postMessage(topics);
}

/** Listen for changes, wherever they were made; gives the function that ends it. */
export function onAnnouncement(listener: (topics: Topic[]) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(topics: Topic[]): void {
  for (const listener of listeners) listener(topics);
}
