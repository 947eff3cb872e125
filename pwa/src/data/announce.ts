/** Announces to every open tab and the worker which data has just changed. */
import type { StoreName } from "./types";

/** What an announcement is about: a store of the database, or a state of the device. */
export type Topic = StoreName | "outbox" | "account" | "sync_state" | "round" | "notifications";

const channel =
  typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("earshot");
const listeners = new Set<(topics: Topic[]) => void>();

channel?.addEventListener("message", (message) => notify(message.data));

/** Announce that data of these topics has changed, here and in the other tabs. */
export function announce(topics: Topic[]): void {
  notify(topics);
  channel?.postMessage(topics);
}

/**
 * Listen for changes, in whatever tab they were made.
 * @returns the function that stops listening
 */
export function onAnnouncement(listener: (topics: Topic[]) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify(topics: Topic[]): void {
  for (const listener of listeners) listener(topics);
}
