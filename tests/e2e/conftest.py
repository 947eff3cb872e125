"""The stage of the browser tests: a real server, and the cast with real browsers in their hands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.cast import PASSWORD
from tests.e2e.device import LAPTOP, PHONE, Device
from tests.e2e.server import Server

expect.set_options(timeout=15_000)


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


def _owner(name: str, playwright: Playwright, server: Server, folder: Path) -> Iterator[Owner]:
    phone = Device(playwright, folder / f"{name}s_phone", PHONE)
    laptop = Device(playwright, folder / f"{name}s_laptop", LAPTOP)
    phone.address = laptop.address = server.address
    yield Owner(f"{name}@earshot.test", phone, laptop)
    phone.close()
    laptop.close()
