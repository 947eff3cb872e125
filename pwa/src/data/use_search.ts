/** Searches as you type: asks the worker, and shows only the answer to the last question. */
import { useEffect, useState } from "preact/hooks";
import { trustedAddress } from "../trusted_address";
import { onAnnouncement } from "./announce";
import type { Hit } from "./search";
import type { FromWorker, ToWorker } from "./search_worker";
import address from "./search_worker?worker&url";

export type { Hit };

// Long enough for the list under the search field to be drawn first.
const PRELOAD_AFTER_SECONDS = 1;

let worker: Worker | undefined;
let asked = 0;

/**
 * Find the records that contain all words of the text, and search again when records change.
 * Records are loaded soon after the screen is shown, before anything is typed.
 */
export function useSearch(text: string): { hits: Hit[]; searching: boolean } {
  const [found, show] = useState<{ of: string; hits: Hit[] }>({ of: "", hits: [] });
  useEffect(() => {
    const loading = setTimeout(searchWorker, PRELOAD_AFTER_SECONDS * 1000);
    return () => clearTimeout(loading);
  }, []);
  useEffect(() => {
    if (text.trim() === "") return show({ of: text, hits: [] });
    return follow(text, (hits) => show({ of: text, hits }));
  }, [text]);
  return { hits: found.hits, searching: found.of !== text };
}

function follow(text: string, show: (hits: Hit[]) => void): () => void {
  const searcher = searchWorker();
  let awaited = ask(searcher, text);
  const listen = ({ data }: MessageEvent<FromWorker>) => {
    if ("renewed" in data) awaited = ask(searcher, text);
    else if (data.answer === awaited) show(data.hits);
  };
  searcher.addEventListener("message", listen);
  return () => searcher.removeEventListener("message", listen);
}

function ask(searcher: Worker, text: string): number {
  asked += 1;
  searcher.postMessage({ ask: asked, text } satisfies ToWorker);
  return asked;
}

function searchWorker(): Worker {
  if (worker) return worker;
  const started = new Worker(trustedAddress(address), { type: "module" });
  onAnnouncement((changed) => started.postMessage({ changed } satisfies ToWorker));
  worker = started;
  return started;
}
