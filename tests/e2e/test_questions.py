"""What no device should decide by itself waits for Ada's word, over reloads, and nothing moves."""

import sqlite3

import pytest
from playwright.sync_api import expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.server import Server
from tests.e2e.waiting import wait_until
from tests.e2e.walking import (
    person_row,
    sign_in,
    sign_up,
    take_note,
    wait_until_synced,
)

pytestmark = pytest.mark.own_server


def test_many_deletions_wait_for_a_word_and_can_be_kept(ada: Owner, elsewhere: Elsewhere) -> None:
    people = [elsewhere.send("person", name=f"Person {nth}") for nth in range(24)]
    sign_in(ada.laptop, ada.email, ada.password)
    expect(ada.laptop.open("/people").get_by_text("24 people")).to_be_attached()
    _delete(elsewhere, people[:22])

    page = ada.laptop.open("/people")
    expect(page.get_by_text("22 of the 24 records on this device were deleted")).to_be_visible()
    page = ada.laptop.open("/people")
    page.get_by_role("button", name="Decide").click()
    page.get_by_role("button", name="Keep all 24").click()

    expect(page.get_by_role("button", name="Decide")).to_have_count(0)
    wait_until_synced(page)
    present: set[str] = set()

    def are_all_there() -> bool:
        present.update(_present(elsewhere))
        return present >= set(people[:22])

    wait_until(are_all_there, "all 22")


def test_many_deletions_are_followed_once_she_has_said_so(ada: Owner, elsewhere: Elsewhere) -> None:
    people = [elsewhere.send("person", name=f"Person {nth}") for nth in range(24)]
    sign_in(ada.laptop, ada.email, ada.password)
    expect(ada.laptop.open("/people").get_by_text("24 people")).to_be_attached()
    _delete(elsewhere, people[:22])

    page = ada.laptop.open("/people")
    page.get_by_role("button", name="Decide").click()
    page.get_by_role("button", name="Delete 22 here too").click()

    expect(person_row(page, "Person 0")).to_have_count(0)
    expect(person_row(page, "Person 23")).to_be_visible()


def test_an_emptied_server_gets_everything_only_after_a_yes(ada: Owner, server: Server) -> None:
    sign_up(ada.phone, ada.email, ada.password)
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_synced(ada.phone.open("/people"))
    server.stop()
    _empty(server)
    server.start()

    page = ada.phone.open("/people")
    expect(page.get_by_text("isn't the server that this device knew")).to_be_visible()
    assert _names(server) == []
    page.get_by_role("button", name="Decide").click()
    page.get_by_role("button", name="Send everything").click()

    expect(page.get_by_text("this device sent what was missing")).to_be_visible()
    assert "Li Wen" in str(_names(server))


def _delete(elsewhere: Elsewhere, ids: list[str]) -> None:
    deletions = [elsewhere.change("person", id) | {"set": None, "action": "delete"} for id in ids]
    first = deletions[0]["number"]
    elsewhere.round(*(one | {"number": first + nth} for nth, one in enumerate(deletions)))


def _present(elsewhere: Elsewhere) -> list[str]:
    return [one["id"] for one in elsewhere.round()["records"] if not one["deleted_at"]]


def _empty(server: Server) -> None:
    """Leave of the account nothing but that it is there, as an operator's mistake would."""
    with sqlite3.connect(server.folder / "instance/earshot.db") as database:
        for table in ("record", "revision", "device", "answered_round", "mark"):
            database.execute(f"DELETE FROM {table}")
        database.execute("UPDATE user SET head_seq = 0")
        database.execute("UPDATE server SET epoch = 'another'")


def _names(server: Server) -> list[str]:
    with sqlite3.connect(server.folder / "instance/earshot.db") as database:
        return [body for (body,) in database.execute("SELECT body FROM record")]
