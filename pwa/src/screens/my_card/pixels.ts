/** Takes the pixels of a picture or of the camera, no more of them than a code needs. */

export type Shown = HTMLVideoElement | ImageBitmap;

const LONGEST_SIDE = 1600;

/** Give the pixels of what is shown now. */
export function pixelsOf(shown: Shown): ImageData {
  const [width, height] = sidesOf(shown);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.drawImage(shown, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function sidesOf(shown: Shown): [number, number] {
  return shown instanceof ImageBitmap
    ? [shown.width, shown.height]
    : [shown.videoWidth, shown.videoHeight];
}
