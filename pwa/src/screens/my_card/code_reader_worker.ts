/** Reads QR codes where the browser cannot do so itself, beside the page so that it stays quick. */
import {
  prepareZXingModule,
  type ReaderOptions,
  type ReadResult,
  readBarcodes,
} from "zxing-wasm/reader";
import binary from "zxing-wasm/reader/zxing_reader.wasm?url";
import type { CodeReading, FromReader, ToReader } from "./code_reading";

const HOW: ReaderOptions = { formats: ["QRCode"], returnErrors: true, tryHarder: true };

// Without this the library fetches its binary from somebody else's server.
prepareZXingModule({ overrides: { locateFile: () => binary } });

addEventListener("message", ({ data }: MessageEvent<ToReader>) => {
  const answer = (reading: FromReader["reading"]) =>
    postMessage({ asked: data.asked, reading } satisfies FromReader);
  readBarcodes(data.picture, HOW).then(
    (found) => answer(bestOf(found)),
    () => answer("failed"),
  );
});

/** Of several codes the first that holds text. */
function bestOf(found: ReadResult[]): CodeReading {
  const readable = found.find(({ isValid, text }) => isValid && text);
  if (readable) return { text: readable.text };
  return found.length > 0 ? "damaged" : "nothing";
}
