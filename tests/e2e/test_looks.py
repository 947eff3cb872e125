"""Every screen, empty and furnished: no barrier that axe can find, no sideways scrolling."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.cast import PASSWORD
from tests.e2e.barriers import AXE, STILL, barriers
from tests.e2e.device import LAPTOP, PHONE, Device
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.filmed import give_camera
from tests.e2e.furnished import EMPTY, FURNISHED, furnish
from tests.e2e.furnished_events import OF_EVENTS
from tests.e2e.server import Server
from tests.e2e.waiting import PATIENCE_SECONDS
from tests.e2e.walking import sign_in

# How wide each is, and how large somebody has set the text there.
WIDTHS = {"narrow": (320, "100%"), "phone": (390, "200%"), "desk": (1440, "200%")}
HOW_FAR_SIDEWAYS = """
() => Math.max(0, ...[document.documentElement, ...document.querySelectorAll("main, .pane")]
  .map((element) => element.scrollWidth - Math.max(element.clientWidth, 1)))
"""


@pytest.fixture(scope="module")
def device(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Device]:
    """A laptop that shows an account with a little of everything."""
    folder = tmp_path_factory.mktemp("furnished")
    laptop = Device(playwright, folder / "laptop", LAPTOP)
    give_camera(laptop)
    with _served(laptop, folder):
        with httpx.Client(base_url=laptop.address, timeout=PATIENCE_SECONDS) as client:
            elsewhere = Elsewhere(client)
            elsewhere.sign("up", "ada@earshot.test", PASSWORD)
            furnish(elsewhere)
        sign_in(laptop, "ada@earshot.test", PASSWORD)
        yield laptop


@pytest.fixture(scope="module")
def new_phone(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Device]:
    """A phone without an account, at a server without one."""
    folder = tmp_path_factory.mktemp("empty")
    phone = Device(playwright, folder / "phone", PHONE)
    with _served(phone, folder):
        yield phone


@pytest.mark.parametrize("show", [*FURNISHED, *OF_EVENTS], ids=lambda show: show.__name__)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_furnished_screen_has_no_barrier_and_never_scrolls_sideways(
    device: Device, show: Callable[[Device], Page], width: str
) -> None:
    pixels, text_size = WIDTHS[width]
    device.page.set_viewport_size({"width": pixels, "height": 844})

    page = show(device)

    assert barriers(page) == []
    page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", text_size)
    page.evaluate(STILL)
    assert page.evaluate(HOW_FAR_SIDEWAYS) == 0


@pytest.mark.parametrize("path", EMPTY)
def test_an_empty_screen_has_no_barrier(new_phone: Device, path: str) -> None:
    page = new_phone.open(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    assert barriers(page) == []


@contextmanager
def _served(device: Device, folder: Path) -> Iterator[None]:
    server = Server(folder)
    server.start()
    device.address = server.address
    device.context.add_init_script(AXE)
    yield
    device.close()
    server.stop()
