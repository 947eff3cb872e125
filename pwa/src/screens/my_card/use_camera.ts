/** The camera as long as a screen needs it: off when the screen goes, and while the app is out of sight. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type CameraError, isAllowed, isPossible, turnOff, turnOn } from "./camera";

export type CameraState = "off" | "starting" | "paused" | CameraError | MediaStream;

/** Follow the camera; it comes on by itself only where the person has allowed that before. */
export function useCamera(): { state: CameraState; start: () => Promise<void> } {
  const [state, setState] = useState<CameraState>(isPossible() ? "off" : "insecure");
  const isWanted = useRef(true);
  const start = async () => {
    setState("starting");
    const came = await turnOn();
    if (came instanceof MediaStream && !isWanted.current) turnOff(came);
    else setState(came);
  };
  useEffect(() => {
    void isAllowed().then((yes) => {
      if (yes && isWanted.current) void start();
    });
    return () => {
      isWanted.current = false;
    };
  }, []);
  useEffect(() => {
    if (!(state instanceof MediaStream)) return;
    return () => turnOff(state);
  }, [state]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "hidden" && state instanceof MediaStream) setState("paused");
      if (document.visibilityState === "visible" && state === "paused") void start();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [state]);
  return { state, start };
}
