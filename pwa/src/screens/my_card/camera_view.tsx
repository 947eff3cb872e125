/** The camera's picture with a frame for the code, or why there is none and what helps. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../ui/icons";
import { type CameraError, hasLight, switchLight } from "./camera";
import { cameraWords } from "./camera_words";
import type { CodeReading } from "./code_reading";
import { type CameraState, useCamera } from "./use_camera";
import { useCodes } from "./use_codes";

/** Show the camera and read the first code that it sees. */
export function CameraView({ onRead }: { onRead: (text: string) => void }) {
  const { state, start } = useCamera();
  if (state instanceof MediaStream) return <Running camera={state} onRead={onRead} />;
  return (
    <section class="card stack camera_off" aria-live="polite">
      {state === "off" || state === "starting" || state === "paused" ? (
        <Explained />
      ) : (
        <Trouble trouble={state} />
      )}
      <TurnOn state={state} start={start} />
    </section>
  );
}

function Explained() {
  return (
    <>
      <h2>With the camera</h2>
      <p>
        Your browser will ask whether Earshot may use the camera. What it sees is read on this
        device only, nothing of it is kept or sent, and it goes off when you leave.
      </p>
    </>
  );
}

function Trouble({ trouble }: { trouble: CameraError }) {
  const { title, help } = cameraWords[trouble];
  return (
    <>
      <h2>{title}</h2>
      <p>{help}</p>
    </>
  );
}

function TurnOn({ state, start }: { state: CameraState; start: () => void }) {
  if (state === "insecure") return null;
  const isFirst = state === "off" || state === "starting" || state === "paused";
  return (
    <button type="button" class="button primary" disabled={state === "starting"} onClick={start}>
      <Icon name="eye" />
      {isFirst ? "Turn on the camera" : "Try again"}
    </button>
  );
}

const hints = {
  nothing: "Hold the code within the frame.",
  damaged: "There is a code, but it cannot be read yet: closer, steadier, with more light.",
  failed: "What reads codes is not on this device yet. It comes with the next network.",
};

interface RunningProps {
  camera: MediaStream;
  onRead: (text: string) => void;
}

function Running({ camera, onRead }: RunningProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [seen, setSeen] = useState<keyof typeof hints>("nothing");
  const tell = (reading: CodeReading | "failed") =>
    typeof reading === "object" ? onRead(reading.text) : setSeen(reading);
  useCodes(video, camera, tell);
  useEffect(() => {
    if (video.current) video.current.srcObject = camera;
  }, [camera]);
  return (
    <section class="camera" aria-label="Camera">
      <video ref={video} autoPlay muted playsInline />
      <div class="aim" aria-hidden="true" />
      {hasLight(camera) && <Light camera={camera} />}
      <p class="hint" role="status">
        {hints[seen]}
      </p>
    </section>
  );
}

function Light({ camera }: { camera: MediaStream }) {
  const [isOn, setOn] = useState(false);
  const turn = () => switchLight(camera, !isOn).then(() => setOn(!isOn));
  return (
    <button type="button" class="button light" aria-pressed={isOn} onClick={turn}>
      Light
    </button>
  );
}
