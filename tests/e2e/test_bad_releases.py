"""A bad release: with the next one the app is usable within two reloads, and nothing is lost."""

import json
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, expect

from tests.e2e.builds import PWA, another_build
from tests.e2e.device import Device, Owner
from tests.e2e.server import Server
from tests.e2e.waiting import wait_until
from tests.e2e.waking import worker_of
from tests.e2e.walking import (
    person_row,
    sign_up,
    take_note,
    wait_until_installed,
    wait_until_kept,
)

pytestmark = pytest.mark.own_server

DEAD_WORKER = """
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => event.respondWith(Response.error()));
"""
STATES = """
() => [registration.installing, registration.waiting, registration.active]
  .filter(Boolean).map(({ state }) => state)
"""


def broken_worker(folder: Path) -> Path:
    """Return a release whose worker answers nothing any more."""
    release = _copy(folder)
    (release / "service_worker.js").write_text(DEAD_WORKER)
    return release


def unreadable_worker(folder: Path) -> Path:
    """Return a release whose worker cannot even be read."""
    release = _copy(folder)
    (release / "service_worker.js").write_text("this is no {")
    return release


def broken_bundle(folder: Path) -> Path:
    """Return a release whose app fails as soon as it starts."""
    release = _unpacked(another_build(folder))
    (entry,) = re.findall(r"assets/(index-[^\"]+\.js)", (release / "index.html").read_text())
    (release / "assets" / entry).unlink()
    (release / "assets/index-broken.js").write_text("throw new Error('a bad release');")
    for file in ("index.html", "service_worker.js"):
        text = (release / file).read_text().replace(entry, "index-broken.js")
        (release / file).write_text(text.replace("0.9.0+", "0.8.0+"))
    return release


@pytest.mark.parametrize(
    ("release", "is_offered"),
    [(broken_worker, False), (broken_bundle, True)],
)
def test_after_a_bad_release_the_next_one_works_within_two_reloads(
    ada: Owner, server: Server, tmp_path: Path, release: Callable[[Path], Path], is_offered: bool
) -> None:
    _note_without_network(ada.phone, ada, server)
    server.restart(SHELL_DIR=str(release(tmp_path)))
    _let_in(ada.phone, is_offered)

    next_release = _next_release(tmp_path)
    server.restart(SHELL_DIR=str(next_release))
    _reload(ada.phone, "/people")
    _until_taken_over(ada.phone, next_release)
    _reload(ada.phone, "/people")

    expect(person_row(ada.phone.page, "Li Wen")).to_be_visible()


def test_a_worker_that_cannot_be_read_changes_nothing(
    ada: Owner, server: Server, tmp_path: Path
) -> None:
    _note_without_network(ada.phone, ada, server)

    server.restart(SHELL_DIR=str(unreadable_worker(tmp_path)))
    _let_in(ada.phone, is_offered=False)

    expect(person_row(ada.phone.page, "Li Wen")).to_be_visible()


def _note_without_network(phone: Device, ada: Owner, server: Server) -> None:
    wait_until_installed(sign_up(phone, ada.email, ada.password))
    server.stop()
    take_note(phone.open("/note"), who="Li Wen")
    wait_until_kept(phone.page)


def _let_in(phone: Device, is_offered: bool) -> None:
    """Use the app until the bad release has arrived, as far as it can be used."""
    _reload(phone, "/people")
    page = phone.page
    with suppress(Error):
        page.evaluate("navigator.serviceWorker.getRegistration().then((here) => here.update())")
    if is_offered:
        page.get_by_role("button", name="Reload").click()
        wait_until(lambda: _told(phone, STATES) == ["activated"], "the bad release to be in")
    _reload(phone, "/people")


def _reload(phone: Device, path: str) -> None:
    with suppress(Error):
        phone.open(path)


def _until_taken_over(phone: Device, release: Path) -> None:
    version = json.loads((release / "build.json").read_text())["version"]
    kept = f"shell-{version}"
    wait_until(lambda: kept in _told(phone, "caches.keys()"), "the next release to be kept")
    wait_until(lambda: _told(phone, STATES) == ["activated"], "the next release to take over")


def _told(phone: Device, question: str) -> list[str]:
    """Ask the worker, for the page that a bad release leaves may have nothing to say."""
    told: list[str] = []
    with suppress(Error):
        told = worker_of(phone).evaluate(question)
    return told


def _copy(folder: Path) -> Path:
    release = folder / "bad"
    shutil.copytree(PWA / "dist", release)
    return _unpacked(release)


def _next_release(folder: Path) -> Path:
    later = folder / "later"
    later.mkdir()
    return another_build(later)


def _unpacked(release: Path) -> Path:
    """Serve only what was changed, not what was compressed before."""
    for packed in [*release.rglob("*.br"), *release.rglob("*.gz")]:
        packed.unlink()
    return release
