/** The camera: turned on and off, its light, and why it may not come on. */

/** Why there is no picture: refused, none there, taken by another app, no HTTPS, anything else. */
export type CameraError = "denied" | "none" | "in_use" | "insecure" | "broken";

const TROUBLES: Record<string, CameraError> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "in_use",
  AbortError: "in_use",
};

interface LightAbilities extends MediaTrackCapabilities {
  torch?: boolean;
}

/** Ask whether this browser gives a camera to this page at all. */
export function isPossible(): boolean {
  return isSecureContext && navigator.mediaDevices !== undefined;
}

/** Turn the camera on that looks away from the person; the browser may ask them first. */
export async function turnOn(): Promise<MediaStream | CameraError> {
  if (!isPossible()) return "insecure";
  const video = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } };
  return navigator.mediaDevices
    .getUserMedia({ video })
    .catch((error: DOMException): CameraError => TROUBLES[error.name] ?? "broken");
}

/** Turn the camera off, and its light with it. */
export function turnOff(camera: MediaStream): void {
  for (const track of camera.getTracks()) track.stop();
}

/** Ask whether the person has allowed the camera before, so that turning it on asks nothing. */
export async function isAllowed(): Promise<boolean> {
  const name = "camera" as PermissionName;
  const permission = await navigator.permissions?.query({ name }).catch(() => undefined);
  return permission?.state === "granted";
}

/** Ask whether the camera has a light. */
export function hasLight(camera: MediaStream): boolean {
  const [track] = camera.getVideoTracks();
  return (track?.getCapabilities?.() as LightAbilities | undefined)?.torch === true;
}

/** Switch the camera's light. */
export async function switchLight(camera: MediaStream, torch: boolean): Promise<void> {
  const [track] = camera.getVideoTracks();
  await track?.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] });
}
