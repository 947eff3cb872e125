/** The camera of a screen: off when the screen closes and while the app is hidden, and read for codes. */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type CameraError, isAllowed, isAvailable, startCamera, stopCamera } from "./camera";
import type { CodeReading } from "./qr_reader_worker";
import { createScanner } from "./scanner";

export type CameraState = "off" | "starting" | "paused" | CameraError | MediaStream;

const BETWEEN_SCANS_MS = 100;

/** Return the camera and what starts it; it starts by itself only where the user allowed that before. */
export function useCamera(): { state: CameraState; start: () => Promise<void> } {
  const [state, setState] = useState<CameraState>(isAvailable() ? "off" : "insecure");
  const isMounted = useRef(true);
  const start = async () => {
    setState("starting");
    const camera = await startCamera();
    if (camera instanceof MediaStream && !isMounted.current) stopCamera(camera);
    else setState(camera);
  };
  useEffect(() => {
    void isAllowed().then((yes) => {
      if (yes && isMounted.current) void start();
    });
    return () => {
      isMounted.current = false;
    };
  }, []);
  useEffect(() => {
    if (!(state instanceof MediaStream)) return;
    return () => stopCamera(state);
  }, [state]);
  useEffect(() => {
    const update = () => {
      if (document.visibilityState === "hidden" && state instanceof MediaStream) setState("paused");
      if (document.visibilityState === "visible" && state === "paused") void start();
    };
    document.addEventListener("visibilitychange", update);
    return () => document.removeEventListener("visibilitychange", update);
  }, [state]);
  return { state, start };
}

/**
 * Look for a code in one picture of the camera after the other.
 * @param onReading - called with the result for each picture; `failed` is the last one, where nothing can be read
 */
export function useCodes(
  video: RefObject<HTMLVideoElement | null>,
  camera: MediaStream | undefined,
  onReading: (reading: CodeReading | "failed") => void,
): void {
  useEffect(() => {
    if (!camera || !video.current) return;
    const scanning = new AbortController();
    void scan(video.current, scanning.signal, onReading);
    return () => scanning.abort();
  }, [camera]);
}

async function scan(
  video: HTMLVideoElement,
  signal: AbortSignal,
  onReading: (reading: CodeReading | "failed") => void,
): Promise<void> {
  const scanner = await createScanner();
  signal.addEventListener("abort", scanner.close);
  while (!signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_SCANS_MS));
    if (signal.aborted || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) continue;
    const reading = await scanner.read(video).catch(() => "failed" as const);
    if (signal.aborted) return;
    onReading(reading);
    if (reading === "failed") return;
  }
}
