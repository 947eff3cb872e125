"""What is risky asks for the password again: it then goes on, or leaves everything as it was."""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.barriers import AXE, barriers
from tests.e2e.device import Owner
from tests.e2e.server import Server
from tests.e2e.walking import person_row, sign_up, take_note, wait_until_synced

AGE = """
UPDATE session SET confirmed_at = NULL
WHERE user_id = (SELECT id FROM user WHERE email = ?)
"""
CREATE, REPLACE = "Create an address for my calendar", "Replace the address"


@pytest.fixture
def account(ada: Owner, server: Server) -> Page:
    """The account on Ada's phone, where she signed in long ago."""
    ada.phone.context.add_init_script(AXE)
    sign_up(ada.phone, ada.email, ada.password)
    with closing(sqlite3.connect(server.folder / "instance/earshot.db")) as database, database:
        database.execute(AGE, [ada.email])
    return ada.phone.open("/account")


def test_the_password_lets_the_call_go_on(account: Page, ada: Owner) -> None:
    dialog = ask(account)
    assert barriers(account) == []

    password(dialog).fill("slow green bicycle")
    password(dialog).press("Enter")
    expect(dialog.get_by_text("That isn't your password.")).to_be_visible()
    expect(password(dialog)).to_be_focused()
    password(dialog).fill(ada.password)
    dialog.get_by_role("button", name="Continue").click()

    expect(account.get_by_label("Calendar address, shown only now")).to_have_value(
        re.compile("/feed/")
    )
    expect(dialog).to_have_count(0)
    account.get_by_role("button", name=REPLACE).click()
    expect(account.get_by_text("Calendars with the old address stop")).to_be_visible()
    account.get_by_role("button", name="Replace it").click()
    expect(account.get_by_text("The address is replaced.")).to_be_visible()
    expect(dialog).to_have_count(0)


def test_escape_and_cancel_leave_everything_as_it_was(account: Page) -> None:
    for leave in (press_escape, press_cancel):
        dialog = ask(account)
        password(dialog).fill("slow green")

        leave(account)

        expect(dialog).to_have_count(0)
        expect(account.get_by_role("button", name=CREATE)).to_be_focused()
        expect(account.locator(".toast")).to_have_count(0)
    expect(account.get_by_role("button", name=REPLACE)).to_have_count(0)


def test_without_the_server_the_dialog_says_so_and_keeps_what_was_typed(
    account: Page, ada: Owner
) -> None:
    dialog = ask(account)
    ada.phone.context.set_offline(True)
    password(dialog).fill(ada.password)
    password(dialog).press("Enter")
    expect(dialog.get_by_text("You're offline.")).to_be_visible()

    ada.phone.context.set_offline(False)
    dialog.get_by_role("button", name="Continue").click()

    expect(account.get_by_role("button", name=REPLACE)).to_be_visible()


def test_escape_closes_the_removal_of_a_person_step_by_step(account: Page, ada: Owner) -> None:
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_synced(ada.phone.open("/people"))
    person_row(account, "Li Wen").click()
    account.get_by_role("button", name="Remove for good").click()
    remove = account.get_by_role("button", name="Remove Li Wen for good")
    remove.click()
    dialog = account.get_by_role("dialog", name="Enter your password")
    expect(dialog.get_by_text("to remove Li Wen for good")).to_be_visible()

    press_escape(account)
    expect(dialog).to_have_count(0)
    expect(remove).to_be_focused()
    press_escape(account)

    expect(remove).to_have_count(0)
    expect(account.get_by_role("button", name="Remove for good")).to_be_focused()
    expect(account.get_by_role("heading", level=1, name="Li Wen")).to_be_visible()


def ask(page: Page) -> Locator:
    """Ask for an address, and return the dialog that comes in between."""
    page.get_by_role("button", name=CREATE).click()
    dialog = page.get_by_role("dialog", name="Enter your password")
    expect(dialog.get_by_text("to create your calendar address")).to_be_visible()
    expect(password(dialog)).to_be_focused()
    return dialog


def password(dialog: Locator) -> Locator:
    """Return the input of the dialog."""
    return dialog.get_by_label("Password", exact=True)


def press_escape(page: Page) -> None:
    """Leave the dialog by the key."""
    page.keyboard.press("Escape")


def press_cancel(page: Page) -> None:
    """Leave the dialog by its button."""
    page.get_by_role("button", name="Cancel").click()
