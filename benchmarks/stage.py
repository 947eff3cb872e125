"""What the browser benchmarks share: a real server, a phone with the app, a slow processor."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from backend.config import Config
from tests.e2e.device import PHONE, Device
from tests.e2e.server import Server
from tests.e2e.walking import wait_until_kept_whole

SLOW = 4


def built() -> Path:
    """Return the folder of the built app."""
    return Config.from_environment(os.environ).shell_dir


@contextmanager
def phone() -> Iterator[tuple[Server, Device]]:
    """Start a server and a phone that has the app installed and open."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        server = Server(folder)
        device = Device(playwright, folder / "phone", PHONE)
        server.start()
        device.address = server.address
        try:
            device.open()
            wait_until_kept_whole(device.page)
            device.page.reload()
            yield server, device
        finally:
            device.close()
            server.stop()


def blank_page(device: Device) -> Page:
    """Open a second page of the same origin that runs no code of ours, for a reference."""
    page = device.context.new_page()
    page.goto(f"{device.address}/version")
    bring_to_front(device.page)
    return page


def bring_to_front(page: Page) -> None:
    """Show this page and wait until it is drawn: hidden pages are drawn once a second."""
    page.bring_to_front()
    page.evaluate(
        "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
    )


def slow_down(page: Page, times: int = SLOW) -> None:
    """Make this page's processor so many times slower."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})


def percentile_95(values: list[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]
