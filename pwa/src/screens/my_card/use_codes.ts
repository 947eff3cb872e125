/** Looks for a code in what the camera shows, picture after picture, until one is read. */
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { codeReader } from "./code_reader";
import type { CodeReading } from "./code_reading";

const BETWEEN_LOOKS_MS = 100;

/** Look for codes while the camera runs; tells what each look came to, and `failed` where nothing can be read at all. */
export function useCodes(
  video: RefObject<HTMLVideoElement | null>,
  camera: MediaStream | undefined,
  tell: (reading: CodeReading | "failed") => void,
): void {
  useEffect(() => {
    if (!camera || !video.current) return;
    const looking = new AbortController();
    void look(video.current, looking.signal, tell);
    return () => looking.abort();
  }, [camera]);
}

async function look(
  video: HTMLVideoElement,
  signal: AbortSignal,
  tell: (reading: CodeReading | "failed") => void,
): Promise<void> {
  const reader = await codeReader();
  signal.addEventListener("abort", reader.close);
  while (!signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    if (signal.aborted || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) continue;
    const reading = await reader.read(video).catch(() => "failed" as const);
    if (signal.aborted) return;
    tell(reading);
    if (reading === "failed") return;
  }
}
