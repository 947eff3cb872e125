"""With the app closed, the browser itself has what waits sent, and what is new fetched."""

import sqlite3
from datetime import datetime

import pytest
from playwright.sync_api import expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.server import Server
from tests.e2e.stored import READ_ALL
from tests.e2e.waiting import wait_until
from tests.e2e.waking import wake_for_periodic_sync, wake_for_sync, worker_of
from tests.e2e.walking import (
    sign_in,
    sign_up,
    take_note,
    wait_until_kept,
    wait_until_kept_whole,
    wait_until_synced,
)

pytestmark = pytest.mark.own_server


def test_what_waits_goes_up_with_the_app_closed(ada: Owner, server: Server) -> None:
    wait_until_kept_whole(sign_up(ada.phone, ada.email, ada.password))
    server.stop()
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_kept(ada.phone.page)
    ada.phone.page.goto("about:blank")
    server.start()

    wake_for_sync(ada.phone)

    wait_until(lambda: _has_arrived(server, "Li Wen"), "the note to reach the server")


def test_what_is_due_is_fetched_with_the_app_closed_and_listed_offline(
    ada: Owner, elsewhere: Elsewhere, server: Server
) -> None:
    page = sign_in(ada.phone, ada.email, ada.password)
    wait_until_kept_whole(page)
    wait_until_synced(page)
    page.goto("about:blank")
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    elsewhere.send("follow_up", what="Send deck", due_on=today)

    wake_for_periodic_sync(ada.phone)
    worker = worker_of(ada.phone)
    wait_until(lambda: worker.evaluate(READ_ALL, "follow_up"), "the follow-up to be there")
    server.stop()

    expect(ada.phone.open("/follow-ups").get_by_text("Send deck")).to_be_visible()


def _has_arrived(server: Server, words: str) -> bool:
    with sqlite3.connect(server.folder / "instance/earshot.db") as database:
        return any(words in body for (body,) in database.execute("SELECT body FROM record"))
