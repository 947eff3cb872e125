/** Reads a QR code in a picture: with the browser's own reader where it has one, else with ours. */
import { trustedAddress } from "../../trusted_address";
import address from "./code_reader_worker?worker&url";
import type { CodeReading, FromReader, ToReader } from "./code_reading";
import { pixelsOf, type Shown } from "./pixels";
import { type Detector, systemDetector } from "./system_detector";

export interface CodeReader {
  /** Look for a code; raises when reading itself failed, as where our reader never came to the device. */
  read(shown: Shown): Promise<CodeReading>;
  close(): void;
}

/** Make a reader ready. */
export async function codeReader(): Promise<CodeReader> {
  const detector = await systemDetector();
  return detector ? systemReader(detector) : ourReader();
}

/** Some systems name a reader that then does not work; ours takes over from it. */
function systemReader(detector: Detector): CodeReader {
  let ours: CodeReader | undefined;
  return {
    async read(shown) {
      if (ours) return ours.read(shown);
      const found = await detector.detect(shown).catch(() => undefined);
      if (found) return bestOf(found);
      ours = ourReader();
      return ours.read(shown);
    },
    close: () => ours?.close(),
  };
}

function bestOf(found: { rawValue: string }[]): CodeReading {
  const text = found.find(({ rawValue }) => rawValue)?.rawValue;
  if (text) return { text };
  return found.length > 0 ? "damaged" : "nothing";
}

function ourReader(): CodeReader {
  const worker = new Worker(trustedAddress(address), { type: "module" });
  let asked = 0;
  return {
    async read(shown) {
      const picture = pixelsOf(shown);
      asked += 1;
      worker.postMessage({ asked, picture } satisfies ToReader, [picture.data.buffer]);
      const reading = await answerOf(worker, asked);
      if (reading === "failed") throw new Error("no reader");
      return reading;
    },
    close: () => worker.terminate(),
  };
}

function answerOf(worker: Worker, asked: number): Promise<FromReader["reading"]> {
  const listening = new AbortController();
  const { signal } = listening;
  const answer = new Promise<FromReader["reading"]>((resolve) => {
    const hear = ({ data }: MessageEvent<FromReader>) =>
      data.asked === asked && resolve(data.reading);
    worker.addEventListener("message", hear, { signal });
    worker.addEventListener("error", () => resolve("failed"), { signal });
  });
  return answer.finally(() => listening.abort());
}
