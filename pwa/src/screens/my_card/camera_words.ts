/** Says why the camera does not come on, and what helps. */
import type { CameraError } from "./camera";

interface Words {
  title: string;
  help: string;
}

/** What is said of each trouble. */
export const cameraWords: Record<CameraError, Words> = {
  denied: {
    title: "The camera is not allowed",
    help: "Tap the sign beside the address, or open this app’s settings on your phone, and allow the camera for Earshot. Then try again.",
  },
  none: {
    title: "No camera was found",
    help: "Take a picture of the code with something else and choose it here.",
  },
  in_use: {
    title: "The camera is in use",
    help: "Another app or page holds it. Close that one and try again.",
  },
  insecure: {
    title: "No camera without HTTPS",
    help: "Browsers give the camera only to pages with a secure address. A picture of the code can be read here all the same.",
  },
  broken: {
    title: "The camera did not start",
    help: "Try again, or choose a picture of the code.",
  },
};
