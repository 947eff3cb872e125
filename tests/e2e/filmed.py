"""A film of what a screen shows, held by a hand, which Chromium plays in place of a camera."""

import base64
from pathlib import Path

from playwright.sync_api import Page

from tests.e2e.device import Device

FILM = """
async ([picture, count]) => {
  const shown = new Image();
  shown.src = `data:image/png;base64,${picture}`;
  await shown.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [1280, 720];
  const context = canvas.getContext("2d");
  const scale = (0.95 * canvas.height) / shown.height;
  const draw = (frame) => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = "#5b5348";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(640 + 12 * Math.sin(frame), 360 + 8 * Math.cos(frame));
    context.rotate(0.06 * Math.sin(frame / 2));
    context.filter = "blur(0.6px) contrast(75%)";
    context.drawImage(shown, (-shown.width * scale) / 2, (-shown.height * scale) / 2,
      shown.width * scale, shown.height * scale);
    context.filter = "none";
    for (let grain = 0; grain < 4000; grain++) {
      context.fillStyle = `rgb(${grain % 256} ${grain % 256} ${grain % 256} / 30%)`;
      context.fillRect(1280 * Math.random() - 640, 720 * Math.random() - 360, 2, 2);
    }
    return canvas.toDataURL("image/jpeg", 0.8).split(",")[1];
  };
  return Array.from({ length: count }, (_, frame) => draw(frame));
}
"""
FRAMES = 12


def film(page: Page, path: Path) -> Path:
    """Film what a page shows, shaken and grainy, into a file of moving JPEG."""
    picture = base64.b64encode(page.screenshot()).decode()
    frames = page.evaluate(FILM, [picture, FRAMES])
    path.write_bytes(b"".join(base64.b64decode(frame) for frame in frames))
    return path


def give_camera(device: Device, film: Path | None = None) -> None:
    """Add to a device that does not run yet an allowed camera that shows this film."""
    device.arguments += ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    if film:
        device.arguments.append(f"--use-file-for-fake-video-capture={film}")
