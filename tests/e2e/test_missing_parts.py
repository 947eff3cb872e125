"""A part of the app that could not be fetched: the screen says so, and it comes back."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.browsers.firefox import Firefox
from tests.e2e.builds import PWA
from tests.e2e.device import Owner
from tests.e2e.server import Server, free_port
from tests.e2e.walking import sign_up, take_note, wait_until_synced

pytestmark = pytest.mark.own_server

FAILED = "This screen couldn't be loaded"
SHOWS_PEOPLE = "document.querySelector('h1')?.textContent === 'People'"


@pytest.fixture
def take_away(server: Server, tmp_path: Path) -> Callable[[str], Callable[[], None]]:
    """Serve a build without some of its scripts; returns what puts them back."""
    served = tmp_path / "dist"
    shutil.copytree(PWA / "dist", served)
    page = (served / "index.html").read_text()

    def remove(pattern: str) -> Callable[[], None]:
        scripts = [path for path in served.glob(f"assets/{pattern}") if path.name not in page]
        assert scripts, pattern
        files = [file for path in scripts for file in path.parent.glob(f"{path.name}*")]
        contents = {file: file.read_bytes() for file in files}
        for file in files:
            file.unlink()
        server.restart(SHELL_DIR=str(served))
        return lambda: _write(contents)

    return remove


@pytest.fixture
def firefox(server: Server, tmp_path: Path) -> Iterator[Firefox]:
    browser = Firefox(tmp_path / "firefox", f"http://127.0.0.1:{free_port()}/", {})
    browser.address = server.address
    browser.start()
    yield browser
    browser.close()


def test_a_screen_that_was_not_fetched_comes_when_asked_again(
    ada: Owner, take_away: Callable[[str], Callable[[], None]]
) -> None:
    put_back = take_away("*.js")
    page = ada.laptop.open("/")
    page.get_by_role("link", name="People", exact=True).click()
    expect(page.get_by_role("heading", name=FAILED)).to_be_visible()

    put_back()
    page.get_by_role("button", name="Try again").click()

    expect(page.get_by_role("heading", name="People", level=1)).to_be_visible()
    assert page.url.endswith("/people")


def test_firefox_which_remembers_what_failed_shows_the_screen_too(
    firefox: Firefox, take_away: Callable[[str], Callable[[], None]]
) -> None:
    put_back = take_away("*.js")
    page = firefox.open("/people")
    page.wait_for_text(FAILED)

    put_back()
    page.press("button", "Try again")

    page.wait_until(SHOWS_PEOPLE)


def test_without_a_network_the_screen_says_that_it_needs_one_and_comes_with_it(
    ada: Owner, take_away: Callable[[str], Callable[[], None]]
) -> None:
    put_back = take_away("*.js")
    page = ada.laptop.open("/")
    ada.laptop.context.set_offline(True)
    page.get_by_role("link", name="People", exact=True).click()
    expect(page.get_by_role("heading", name="Go online once to load this part")).to_be_visible()

    put_back()
    ada.laptop.context.set_offline(False)

    expect(page.get_by_role("heading", name="People", level=1)).to_be_visible()


def test_sync_starts_when_its_part_comes_late(
    ada: Owner, take_away: Callable[[str], Callable[[], None]]
) -> None:
    put_back = take_away("when-*.js")
    page = sign_up(ada.laptop, ada.email, ada.password)
    page.goto(f"{ada.laptop.address}/note")
    take_note(page, who="Li Wen")
    page.get_by_role("link", name="Done", exact=True).click()
    expect(page.get_by_text("Sync couldn't start")).to_be_visible()

    put_back()

    wait_until_synced(page)
    expect(page.get_by_text("Sync couldn't start")).to_have_count(0)


def _write(contents: dict[Path, bytes]) -> None:
    for file, content in contents.items():
        file.write_bytes(content)
