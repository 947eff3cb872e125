"""The stage of the browser tests: a real server, and the cast with real browsers in their hands."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Playwright, expect

from tests.e2e.device import LAPTOP, PHONE, Device, Owner, SharedBrowser
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.server import Server
from tests.e2e.waiting import PATIENCE_SECONDS

NewDevice = Callable[[str, dict[str, Any]], Device]
# Owners share a server, so each has an address of her own.
OWNERS = count(1)

expect.set_options(timeout=PATIENCE_SECONDS * 1000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Repeat a failed browser test, twice at most; the end of the run names each of them."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("shared"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def shared_browser(playwright: Playwright) -> Iterator[SharedBrowser]:
    browser = SharedBrowser(playwright)
    yield browser
    browser.close()


@pytest.fixture
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """A running server, shared with other tests unless this one is marked with `own_server`."""
    if request.node.get_closest_marker("own_server"):
        server = Server(tmp_path)
        server.start()
        yield server
        server.stop()
        return
    shared: Server = request.getfixturevalue("shared_server")
    usual = dict(shared.settings)
    if not shared.answers():
        shared.restart()
    yield shared
    assert shared.settings == usual, "a test that changes settings is marked with own_server"


@pytest.fixture
def new_device(
    request: pytest.FixtureRequest, playwright: Playwright, server: Server, tmp_path: Path
) -> Iterator[NewDevice]:
    """Makes devices at the server, in a shared browser unless this test is marked `own_browser`."""
    made: list[Device] = []

    def new_device(name: str, shape: dict[str, Any]) -> Device:
        device = Device(playwright, tmp_path / name, shape)
        device.address = server.address
        if not request.node.get_closest_marker("own_browser"):
            device.shared = request.getfixturevalue("shared_browser")
        made.append(device)
        return device

    yield new_device
    for device in made:
        device.close()


@pytest.fixture
def ada(new_device: NewDevice) -> Owner:
    return _owner("ada", new_device)


@pytest.fixture
def ben(new_device: NewDevice) -> Owner:
    return _owner("ben", new_device)


@pytest.fixture
def elsewhere(ada: Owner, server: Server) -> Iterator[Elsewhere]:
    """A further device of Ada's, where her account was made."""
    with httpx.Client(base_url=server.address, timeout=PATIENCE_SECONDS) as client:
        device = Elsewhere(client)
        device.sign("up", ada.email, ada.password)
        yield device


def _owner(name: str, new_device: NewDevice) -> Owner:
    phone = new_device(f"{name}s_phone", PHONE)
    laptop = new_device(f"{name}s_laptop", LAPTOP)
    return Owner(f"{name}-{next(OWNERS)}@earshot.test", phone, laptop)
