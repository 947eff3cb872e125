/** Searches beside the page, over one snapshot of everything that can be found. */
import type { Topic } from "./announce";
import { db, recordStores } from "./db";
import { type Entry, entryOf, type Hit, search } from "./search";
import type { StoreName } from "./types";

export type ToWorker = { ask: number; text: string } | { changed: Topic[] };
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
  tell({ answer: ask, hits: search([...snapshot.values()].flat(), text, HITS_AT_MOST) });
}

/** Questions are answered from the snapshot before while this goes on. */
async function renew(changed: Topic[]): Promise<void> {
  const stores = recordStores.filter((store) => changed.includes(store));
  if (stores.length === 0) return;
  loaded = loaded.then(() => load(stores));
  await loaded;
  tell({ renewed: true });
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

function tell(message: FromWorker): void {
  postMessage(message);
}
