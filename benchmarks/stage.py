"""What the browser benchmarks share: a real server, a phone with the app, a slow processor."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.e2e.device import PHONE, Device
from tests.e2e.server import Server
from tests.e2e.walking import wait_until_installed

SLOW = 4


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
            wait_until_installed(device.page)
            device.page.reload()
            yield server, device
        finally:
            device.close()
            server.stop()


def slow_down(page: Page, times: int = SLOW) -> None:
    """Slow this page's processor down by this factor."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})


def percentile_95(values: list[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]
