/** The camera: starting, stopping, its light, and why it may not start. */
import { ownValue } from "../../domain/own_value";

/** Why the camera does not start: not allowed, none found, used by another app, no HTTPS, anything else. */
export type CameraError = "denied" | "none" | "in_use" | "insecure" | "broken";

const ERRORS: Record<string, CameraError> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "in_use",
  AbortError: "in_use",
};

interface LightCapabilities extends MediaTrackCapabilities {
  torch?: boolean;
}

/** Check whether this browser offers a camera to this page at all. */
export function isAvailable(): boolean {
  return isSecureContext && navigator.mediaDevices !== undefined;
}

/** Start the rear camera; the browser may ask the user first. */
export async function startCamera(): Promise<MediaStream | CameraError> {
  if (!isAvailable()) return "insecure";
  const video = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } };
  return navigator.mediaDevices
    .getUserMedia({ video })
    .catch((error: DOMException): CameraError => ownValue(ERRORS, error.name) ?? "broken");
}

/** Stop the camera, and its light with it. */
export function stopCamera(camera: MediaStream): void {
  for (const track of camera.getTracks()) track.stop();
}

/** Check whether the user has allowed the camera before, so that starting it asks nothing. */
export async function isAllowed(): Promise<boolean> {
  const name = "camera" as PermissionName;
  const permission = await navigator.permissions?.query({ name }).catch(() => undefined);
  return permission?.state === "granted";
}

/** Check whether the camera has a light. */
export function hasLight(camera: MediaStream): boolean {
  const [track] = camera.getVideoTracks();
  return (track?.getCapabilities?.() as LightCapabilities | undefined)?.torch === true;
}

/** Turn the camera's light on or off. */
export async function switchLight(camera: MediaStream, torch: boolean): Promise<void> {
  const [track] = camera.getVideoTracks();
  await track?.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] });
}
