"""A note's whole way: from the thumb without network to the desk, and back, put right."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.device import Owner
from tests.e2e.server import Server
from tests.e2e.walking import (
    edit,
    person_row,
    sign_in,
    sign_up,
    take_note,
    wait_until_kept_whole,
    wait_until_synced,
)


@pytest.fixture
def server(tmp_path: Path, database_url: str) -> Iterator[Server]:
    """A server on each database."""
    server = Server(tmp_path, DATABASE_URL=database_url)
    server.start()
    yield server
    server.stop()


@pytest.mark.own_browser
def test_a_note_taken_offline_is_put_right_at_the_desk(ada: Owner, server: Server) -> None:
    sign_up(ada.laptop, ada.email, ada.password)
    wait_until_kept_whole(sign_in(ada.phone, ada.email, ada.password))
    ada.phone.close()
    server.stop()

    begun_at = datetime.now(UTC)
    take_note(ada.phone.open("/note"), who="Li Wen", problem="Drowning in audits")
    ada.phone.kill()
    written_by = datetime.now(UTC)
    card = ada.phone.open("/")
    expect(card.get_by_label("Their problem")).to_have_value("Drowning in audits")

    server.start()
    wait_until_synced(ada.phone.open("/people"))
    desk = ada.laptop.open("/people")
    expect(person_row(desk, "Li Wen")).to_have_count(1)
    person_row(desk, "Li Wen").click()
    assert begun_at <= _captured_at(desk) <= written_by

    edit(desk, "their problem", "Drowning in audits, wants out")
    wait_until_synced(desk)
    person_row(ada.phone.open("/people"), "Li Wen").click()
    expect(ada.phone.page.get_by_text("Drowning in audits, wants out").first).to_be_visible()


def _captured_at(desk: Page) -> datetime:
    moments = desk.get_by_role("article").locator("time")
    expect(moments).to_have_count(1)
    return datetime.fromisoformat(moments.get_attribute("datetime") or "")
