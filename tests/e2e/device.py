"""A device: a window of a shared browser, or a browser of its own that can be killed."""

import os
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
)

from tests.cast import PASSWORD
from tests.e2e.waiting import PATIENCE_SECONDS, wait_until

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}
LAPTOP = {"viewport": {"width": 1440, "height": 900}}


class SharedBrowser:
    """One browser for many devices, whose windows know nothing of each other."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self._browser: Browser | None = None

    def window(self, shape: dict[str, Any]) -> BrowserContext:
        """Return a new window with one page; starts the browser where none runs."""
        if self._browser is None or not self._browser.is_connected():
            self._browser = self._playwright.chromium.launch(
                executable_path=CHROMIUM, chromium_sandbox=os.geteuid() != 0, args=QUIET
            )
        context = self._browser.new_context(**shape)
        context.new_page()
        return context

    def close(self) -> None:
        """Close the browser, if it runs."""
        if self._browser:
            self._browser.close()


class Device:
    """A browser on one profile; what its pages asked for and complained about is kept.

    With `shared` set and no arguments of its own, it is a window of that browser: it starts sooner,
    and what it holds is gone once it is closed.
    """

    def __init__(self, playwright: Playwright, profile: Path, shape: dict[str, Any]) -> None:
        self._playwright = playwright
        self._profile = profile
        self._shape = {"locale": "en-GB", **shape}
        self._context: BrowserContext | None = None
        self._is_gone = False
        self.shared: SharedBrowser | None = None
        self.arguments: list[str] = []
        self.address = ""
        self.requests: list[Request] = []
        self.complaints: list[str] = []

    @property
    def context(self) -> BrowserContext:
        """Return the running browser; starts it when it is not."""
        if self._context is None:
            self._context = self._started()
            self._context.set_default_timeout(PATIENCE_SECONDS * 1000)
            self._context.on("request", self._watch)
            self._context.on("console", self._hear)
        return self._context

    @property
    def page(self) -> Page:
        """Return the page that is open, as a person sees it."""
        return self.context.pages[0]

    def open(self, path: str = "/") -> Page:
        """Go to a path of Earshot as if its address had been typed."""
        self.page.goto(f"{self.address}{path}")
        return self.page

    def kill(self) -> None:
        """End the browser as an empty battery would."""
        processes = self._processes()
        assert processes, "a running browser"
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        wait_until(lambda: not self._processes(), "the browser to be dead")
        self._forget()

    def close(self) -> None:
        """Close the browser as a person would; safe to repeat."""
        if self._context:
            self._context.close()
            self._context = None
            self._is_gone = self._is_window

    @property
    def _is_window(self) -> bool:
        return self.shared is not None and not self.arguments

    def _started(self) -> BrowserContext:
        assert not self._is_gone, "a test that opens a device again is marked with own_browser"
        if self.shared and self._is_window:
            return self.shared.window(self._shape)
        return self._playwright.chromium.launch_persistent_context(
            self._profile,
            executable_path=CHROMIUM,
            chromium_sandbox=os.geteuid() != 0,
            args=[*QUIET, *self.arguments],
            **self._shape,
        )

    def _forget(self) -> None:
        context, self._context = self._context, None
        with suppress(Exception):
            if context:
                context.close()
        for lock in self._profile.glob("Singleton*"):
            lock.unlink()

    # Playwright takes no built-in methods such as list.append for listeners.
    def _watch(self, request: Request) -> None:
        self.requests.append(request)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _processes(self) -> list[int]:
        return [int(entry.name) for entry in Path("/proc").iterdir() if self._is_mine(entry)]

    def _is_mine(self, entry: Path) -> bool:
        if not entry.name.isdigit():
            return False
        with suppress(OSError):
            said = (entry / "cmdline").read_bytes()
            return f"--user-data-dir={self._profile}".encode() in said
        return False


@dataclass
class Owner:
    """Somebody with a phone and a laptop, and words for the sign-in form."""

    email: str
    phone: Device
    laptop: Device
    password: str = PASSWORD
