/** Keeps our reader of codes on a device that needs it, so that scanning works without a network. */
import binary from "zxing-wasm/reader/zxing_reader.wasm?url";
import worker from "./code_reader_worker?worker&url";
import { systemDetector } from "./system_detector";

const CACHE = "code_reader";

/** Fetch the reader and let go of an older one; does nothing where the browser reads codes itself. Safe to repeat. */
export async function keepReader(): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker?.controller || (await systemDetector())) return;
  const cache = await caches.open(CACHE);
  const wanted = [binary, worker].map((path) => new URL(path, location.href).href);
  const kept = (await cache.keys()).map(({ url }) => url);
  await cache.addAll(wanted.filter((url) => !kept.includes(url)));
  await Promise.all(kept.filter((url) => !wanted.includes(url)).map((url) => cache.delete(url)));
}
