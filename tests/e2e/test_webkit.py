"""Earshot in WebKitGTK, which has no pushes, no background sync and no say over its storage."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.cast import PASSWORD
from tests.e2e.browsers.webkit import WebKit, webkit
from tests.e2e.proxy import Proxy
from tests.e2e.server import Server
from tests.e2e.waiting import wait_until

pytestmark = pytest.mark.own_server

ADA = {"email": "ada@earshot.test", "password": PASSWORD}
MISSING = """[
  "PushManager" in window, "SyncManager" in window, navigator.storage !== undefined,
  "setAppBadge" in navigator,
]"""
IS_KEPT = "document.getElementById('kept').ariaBusy === 'false'"
IS_PUT_AWAY = """
new Promise((told) => {
  const opening = indexedDB.open("earshot");
  opening.onsuccess = () => {
    const reading = opening.result.transaction("meta").objectStore("meta").get("open_card");
    reading.onsuccess = () => {
      opening.result.close();
      told(reading.result === undefined);
    };
  };
})
"""


@pytest.fixture
def proxy(server: Server, tmp_path: Path) -> Iterator[Proxy]:
    """HTTPS, without which WebKit sends no session, not even to this machine."""
    folder = tmp_path / "proxy"
    folder.mkdir()
    proxy = Proxy(folder, server.address)
    proxy.start()
    yield proxy
    proxy.stop()


@pytest.fixture
def phone(server: Server, proxy: Proxy, tmp_path: Path) -> Iterator[WebKit]:
    """Ada's phone, signed in, with Earshot kept on it."""
    home = tmp_path / "home"
    home.mkdir()
    # Without the proxy nobody else can call, so the first account needs no code.
    own = {"Sec-Fetch-Site": "same-origin"}
    httpx.post(f"{server.address}/api/sign-up", json=ADA, headers=own).raise_for_status()
    with webkit(home) as phone:
        phone.address = proxy.address
        phone.open("/sign-in")
        phone.wait_for_text("Forgot")
        phone.type("E-mail", ADA["email"])
        phone.type("Password", PASSWORD)
        phone.press("Sign in")
        phone.wait_for_text("Everything is synced.")
        phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
        yield phone


def test_what_is_noted_offline_is_listed_after_a_reload_and_synced_later(
    server: Server, phone: WebKit
) -> None:
    assert phone.evaluate(MISSING) == [False] * 4

    server.stop()
    phone.press("Quick note")
    phone.type("Who", "Ana Sol")
    phone.type("Their problem", "Drowning in audits")
    phone.wait_for_text("1 problem waiting to sync")
    wait_until(lambda: phone.evaluate(IS_KEPT), "the card to be kept")
    phone.press("Done")
    wait_until(lambda: phone.evaluate(IS_PUT_AWAY), "the card to be put away")
    phone.reload()
    phone.wait_for_text("Drowning in audits")
    server.start()
    phone.reload()
    phone.press("People")

    phone.wait_for_text("Ana Sol")
    phone.wait_for_text("Everything is synced")


def test_a_page_that_was_left_does_not_bar_the_next_one_from_the_database(phone: WebKit) -> None:
    for _ in range(3):
        phone.open("/people")
        phone.wait_for_text("Nobody here yet")
        phone.open("/")
        phone.wait_for_text("No notes yet")


def test_where_there_are_no_pushes_the_account_says_what_there_is_instead(phone: WebKit) -> None:
    phone.press("Account")

    phone.wait_for_text("This browser can't remind you while Earshot is closed")
    phone.wait_for_text("Create an address for my calendar")
    assert "Remind me" not in phone.text()
