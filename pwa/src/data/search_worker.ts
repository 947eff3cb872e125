/** Searches in a worker, over a snapshot of everything that can be found. */
import type { Topic } from "./announce";
import { db, recordStores } from "./db";
import { type Entry, entryOf, type Hit, search } from "./search";
import type { StoreName } from "./types";

/** What the page sends: a question, or the topics that changed. */
export type ToWorker = { ask: number; text: string } | { changed: Topic[] };
/** What the worker sends: the hits of a question, or that the snapshot was renewed. */
export type FromWorker = { answer: number; hits: Hit[] } | { renewed: true };

const HITS_AT_MOST = 100;

const snapshot = new Map<StoreName, Entry[]>();
let loaded = load(recordStores);

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("ask" in data) void answer(data.ask, data.text);
  else void renew(data.changed);
});

async function answer(ask: number, text: string): Promise<void> {
  if (snapshot.size < recordStores.length) await loaded;
  send({ answer: ask, hits: search([...snapshot.values()].flat(), text, HITS_AT_MOST) });
}

/** Meanwhile questions are answered from the old snapshot. */
async function renew(changed: Topic[]): Promise<void> {
  const stores = recordStores.filter((store) => changed.includes(store));
  if (stores.length === 0) return;
  loaded = loaded.then(() => load(stores));
  await loaded;
  send({ renewed: true });
}

async function load(stores: StoreName[]): Promise<void> {
  for (const store of stores) {
    const records = await (await db()).getAll(store);
    snapshot.set(
      store,
      records.map(entryOf).filter((entry) => entry !== undefined),
    );
  }
}

function send(message: FromWorker): void {
  postMessage(message);
}
