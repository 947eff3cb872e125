"""An account that is full: what is written stays on the device, and syncs once there is room."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.server import Server
from tests.e2e.walking import person_row, sign_in, take_note, wait_until_kept, wait_until_synced

LARGE = "x" * 90_000
FULL_AT = 11


@pytest.fixture
def large(ada: Owner, elsewhere: Elsewhere, server: Server) -> list[str]:
    """Ada's account, nearly full."""
    server.restart(QUOTA_BYTES="1000000")
    return [elsewhere.send("person", name=f"Large {n}", notes=LARGE) for n in range(FULL_AT)]


@pytest.mark.own_server
def test_what_has_no_room_stays_here_and_syncs_by_itself_once_there_is_some(
    ada: Owner, elsewhere: Elsewhere, large: list[str]
) -> None:
    sign_in(ada.phone, ada.email, ada.password)
    expect(person_row(ada.phone.open("/people"), "Large 10")).to_be_visible()
    page = ada.phone.open("/account")
    expect(page.get_by_text("Less than 1 of 1 MB used on the server.")).to_be_visible()
    expect(page.get_by_text("Your account is nearly full.")).to_be_visible()

    _write_much(ada.phone.open("/note"))
    mark = page.get_by_role("button", name=re.compile("waiting to sync: your account is full"))
    expect(mark).to_be_visible()
    expect(ada.phone.open("/account").get_by_text("Your account is full.")).to_be_visible()
    expect(mark).to_be_visible()
    assert "word" not in str(elsewhere.round()["records"])
    _see_that_it_is_waiting(ada.phone.open("/"))
    _try_to_sync_before_signing_out(ada.phone.open("/account"))

    elsewhere.round({**elsewhere.change("person", large[0]), "set": None, "action": "delete"})
    wait_until_synced(page)
    assert "word word" in str(elsewhere.round()["records"])
    expect(page.get_by_text("Your account is full.")).to_have_count(0)


def _write_much(page: Page) -> None:
    take_note(page, who="Li Wen")
    page.get_by_label("Notes", exact=True).fill("word " * 10_000)
    wait_until_kept(page)
    page.get_by_role("link", name="Done", exact=True).click()


def _see_that_it_is_waiting(now: Page) -> None:
    """On the first screen in one notice, at the note by a mark; nothing is to fix or to discard."""
    expect(now.get_by_role("complementary", name="Account is full")).to_contain_text("once there")
    now.get_by_role("link", name=re.compile("Li Wen")).first.click()
    expect(now.get_by_title("waiting to sync: your account is full").first).to_be_visible()
    expect(now.get_by_text("The server didn't accept this change")).to_have_count(0)
    expect(now.get_by_role("button", name="Discard it")).to_have_count(0)


def _try_to_sync_before_signing_out(account: Page) -> None:
    account.get_by_role("button", name="Sign out", exact=True).click()
    asked = account.get_by_role("alert").filter(has_text="would be lost")
    asked.get_by_role("button", name="Sync first").click()
    expect(asked).to_contain_text("These can't sync: your account is full. Delete what")
    expect(asked.get_by_role("button", name="Export as JSON")).to_be_visible()
    asked.get_by_role("button", name="Cancel").click()
