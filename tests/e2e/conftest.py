"""The stage of the browser tests: a real server, and the cast with real browsers in their hands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Playwright, expect

from tests.cast import PASSWORD
from tests.e2e.device import LAPTOP, PHONE, Device
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.server import Server
from tests.e2e.waiting import PATIENCE_SECONDS

expect.set_options(timeout=PATIENCE_SECONDS * 1000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Repeat a failed browser test, twice at most; the end of the run names each of them."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=2))


@dataclass
class Owner:
    """Somebody with a phone and a laptop, and words for the sign-in form."""

    email: str
    phone: Device
    laptop: Device
    password: str = PASSWORD


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def ada(playwright: Playwright, server: Server, tmp_path: Path) -> Iterator[Owner]:
    yield from _owner("ada", playwright, server, tmp_path)


@pytest.fixture
def ben(playwright: Playwright, server: Server, tmp_path: Path) -> Iterator[Owner]:
    yield from _owner("ben", playwright, server, tmp_path)


@pytest.fixture
def elsewhere(ada: Owner, server: Server) -> Iterator[Elsewhere]:
    """A further device of Ada's, where her account was made."""
    with httpx.Client(base_url=server.address, timeout=PATIENCE_SECONDS) as client:
        device = Elsewhere(client)
        device.sign("up", ada.email, ada.password)
        yield device


def _owner(name: str, playwright: Playwright, server: Server, folder: Path) -> Iterator[Owner]:
    phone = Device(playwright, folder / f"{name}s_phone", PHONE)
    laptop = Device(playwright, folder / f"{name}s_laptop", LAPTOP)
    phone.address = laptop.address = server.address
    yield Owner(f"{name}@earshot.test", phone, laptop)
    phone.close()
    laptop.close()
