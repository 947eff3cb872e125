/** The worker that reads QR codes with a library, where the browser can't do it itself. */
import {
  prepareZXingModule,
  type ReaderOptions,
  type ReadResult,
  readBarcodes,
} from "zxing-wasm/reader";
import binary from "zxing-wasm/reader/zxing_reader.wasm?url";

/** What was found in a picture; `damaged` is a code that can't be read. */
export type CodeReading = { text: string } | "nothing" | "damaged";

/** From the page: pixels to look for a code in. */
export interface ScanRequest {
  id: number;
  pixels: ImageData;
}

/** To the page: what was found for the request of this id. */
export interface ScanReply {
  id: number;
  reading: CodeReading | "failed";
}

const OPTIONS: ReaderOptions = { formats: ["QRCode"], returnErrors: true, tryHarder: true };

// Without this the library downloads its binary from another server.
prepareZXingModule({ overrides: { locateFile: () => binary } });

addEventListener("message", ({ data: { id, pixels } }: MessageEvent<ScanRequest>) => {
  const reply = (reading: ScanReply["reading"]) => postMessage({ id, reading } satisfies ScanReply);
  readBarcodes(pixels, OPTIONS).then(
    (found) => reply(firstReadable(found)),
    () => reply("failed"),
  );
});

function firstReadable(found: ReadResult[]): CodeReading {
  const readable = found.find(({ isValid, text }) => isValid && text);
  if (readable) return { text: readable.text };
  return found.length > 0 ? "damaged" : "nothing";
}
