/** The camera's picture with a frame for the code, or why there is none and what to do. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../ui/icons";
import { type CameraError, hasLight, switchLight } from "./camera";
import type { CodeReading } from "./qr_reader_worker";
import { type CameraState, useCamera, useCodes } from "./use_camera";

const ERRORS: Record<CameraError, { title: string; help: string }> = {
  denied: {
    title: "Camera access is blocked",
    help: "Tap the icon next to the address, or open Earshot in your phone's settings, and allow the camera. Then try again.",
  },
  none: {
    title: "No camera found",
    help: "Take a picture of the code with another device and choose it here.",
  },
  in_use: {
    title: "The camera is in use",
    help: "Another app or page is using it. Close that one and try again.",
  },
  insecure: {
    title: "The camera needs HTTPS",
    help: "Browsers allow the camera only on secure addresses. You can still read a code from a picture.",
  },
  broken: {
    title: "The camera didn't start",
    help: "Try again, or choose a picture of the code.",
  },
};
const HINTS = {
  nothing: "Hold the code inside the frame.",
  damaged: "Found a code, but can't read it yet. Go closer, hold still, add light.",
  failed: "Go online once to download the code reader.",
};

/** Show the camera and read the first code it sees. */
export function CameraView({ onRead }: { onRead: (text: string) => void }) {
  const { state, start } = useCamera();
  if (state instanceof MediaStream) return <RunningCamera camera={state} onRead={onRead} />;
  return (
    <section class="card stack camera_off" aria-live="polite">
      {state === "off" || state === "starting" || state === "paused" ? (
        <Explanation />
      ) : (
        <Problem error={state} />
      )}
      <StartButton state={state} start={start} />
    </section>
  );
}

function Explanation() {
  return (
    <>
      <h2>With the camera</h2>
      <p>
        Your browser will ask to use the camera. The picture stays on this device and isn't saved.
        The camera turns off when you leave this screen.
      </p>
    </>
  );
}

function Problem({ error }: { error: CameraError }) {
  const { title, help } = ERRORS[error];
  return (
    <>
      <h2>{title}</h2>
      <p>{help}</p>
    </>
  );
}

function StartButton({ state, start }: { state: CameraState; start: () => void }) {
  if (state === "insecure") return null;
  const isFirst = state === "off" || state === "starting" || state === "paused";
  return (
    <button type="button" class="button primary" disabled={state === "starting"} onClick={start}>
      <Icon name="eye" />
      {isFirst ? "Turn on the camera" : "Try again"}
    </button>
  );
}

interface RunningProps {
  camera: MediaStream;
  onRead: (text: string) => void;
}

function RunningCamera({ camera, onRead }: RunningProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [result, setResult] = useState<keyof typeof HINTS>("nothing");
  const show = (reading: CodeReading | "failed") =>
    typeof reading === "object" ? onRead(reading.text) : setResult(reading);
  useCodes(video, camera, show);
  useEffect(() => {
    if (video.current) video.current.srcObject = camera;
  }, [camera]);
  return (
    <section class="camera" aria-label="Camera">
      <video ref={video} autoPlay muted playsInline />
      <div class="aim" aria-hidden="true" />
      {hasLight(camera) && <Light camera={camera} />}
      <p class="hint" role="status">
        {HINTS[result]}
      </p>
    </section>
  );
}

function Light({ camera }: { camera: MediaStream }) {
  const [isOn, setOn] = useState(false);
  const toggle = () => switchLight(camera, !isOn).then(() => setOn(!isOn));
  return (
    <button type="button" class="button light" aria-pressed={isOn} onClick={toggle}>
      Light
    </button>
  );
}
