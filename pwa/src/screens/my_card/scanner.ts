/** Reads QR codes in pictures: with the browser's own detector where it has one, else with a library in a worker. */
import binary from "zxing-wasm/reader/zxing_reader.wasm?url";
import { trustedAddress } from "../../trusted_address";
import type { CodeReading, ScanReply, ScanRequest } from "./qr_reader_worker";
import worker from "./qr_reader_worker?worker&url";

/** Something that looks for a code in a picture. */
export interface Scanner {
  /**
   * Look for a code.
   * @throws where reading itself fails, for example because the library was never downloaded
   */
  read(picture: Picture): Promise<CodeReading>;
  close(): void;
}

type Picture = HTMLVideoElement | ImageBitmap;

/** The Barcode Detection API, which few systems have and browsers' types lack. */
interface Detector {
  detect(picture: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}

interface DetectorConstructor {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

const LIBRARY_CACHE = "code_reader";
const LONGEST_SIDE = 1600;

/** Return a scanner that is ready to read. */
export async function createScanner(): Promise<Scanner> {
  const detector = await systemDetector();
  return detector ? systemScanner(detector) : libraryScanner();
}

/** Download the library for scanning offline, unless the browser needs none. Safe to repeat. */
export async function keepScanner(): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker?.controller || (await systemDetector())) return;
  const cache = await caches.open(LIBRARY_CACHE);
  const wanted = [binary, worker].map((path) => new URL(path, location.href).href);
  const cached = (await cache.keys()).map(({ url }) => url);
  await cache.addAll(wanted.filter((url) => !cached.includes(url)));
  await Promise.all(cached.filter((url) => !wanted.includes(url)).map((url) => cache.delete(url)));
}

async function systemDetector(): Promise<Detector | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorConstructor };
  const formats = await BarcodeDetector?.getSupportedFormats().catch((): string[] => []);
  if (!BarcodeDetector || !formats?.includes("qr_code")) return undefined;
  return new BarcodeDetector({ formats: ["qr_code"] });
}

/** Some systems offer a detector that then fails; the library takes over from it. */
function systemScanner(detector: Detector): Scanner {
  let fallback: Scanner | undefined;
  return {
    async read(picture) {
      if (fallback) return fallback.read(picture);
      const found = await detector.detect(picture).catch(() => undefined);
      if (found) return firstReadable(found);
      fallback = libraryScanner();
      return fallback.read(picture);
    },
    close: () => fallback?.close(),
  };
}

function firstReadable(found: { rawValue: string }[]): CodeReading {
  const text = found.find(({ rawValue }) => rawValue)?.rawValue;
  if (text) return { text };
  return found.length > 0 ? "damaged" : "nothing";
}

function libraryScanner(): Scanner {
  const library = new Worker(trustedAddress(worker), { type: "module" });
  let id = 0;
  return {
    async read(picture) {
      const pixels = pixelsOf(picture);
      id += 1;
      library.postMessage({ id, pixels } satisfies ScanRequest, [pixels.data.buffer]);
      const reading = await replyTo(library, id);
      if (reading === "failed") throw new Error("the code reader did not start");
      return reading;
    },
    close: () => library.terminate(),
  };
}

function replyTo(library: Worker, id: number): Promise<ScanReply["reading"]> {
  const listening = new AbortController();
  const { signal } = listening;
  const reply = new Promise<ScanReply["reading"]>((resolve) => {
    const listener = ({ data }: MessageEvent<ScanReply>) => data.id === id && resolve(data.reading);
    library.addEventListener("message", listener, { signal });
    library.addEventListener("error", () => resolve("failed"), { signal });
  });
  return reply.finally(() => listening.abort());
}

/** Return the pixels of a picture or of the camera's current frame, no more of them than a code needs. */
function pixelsOf(picture: Picture): ImageData {
  const [width, height] = sizeOf(picture);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function sizeOf(picture: Picture): [number, number] {
  return picture instanceof ImageBitmap
    ? [picture.width, picture.height]
    : [picture.videoWidth, picture.videoHeight];
}
