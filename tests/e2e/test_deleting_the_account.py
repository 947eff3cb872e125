"""Deleting the account: said plainly, taken back by signing in, and final on every device."""

import os
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.device import Owner
from tests.e2e.server import Server
from tests.e2e.test_signing_out import NOBODYS, left_behind
from tests.e2e.walking import person_row, sign_in, sign_up, take_note, wait_until_synced
from tests.sources import ROOT


def test_whoever_signs_in_again_keeps_the_account(ada: Owner) -> None:
    sign_up(ada.phone, ada.email, ada.password)
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_synced(ada.phone.open("/account"))
    page = ada.phone.page
    _type_into_dialog(page, "somebody@earshot.test")
    expect(page.get_by_text("That isn't the e-mail of this account.")).to_be_visible()

    page.get_by_label("Type your e-mail to confirm").fill(ada.email)
    page.get_by_role("dialog").get_by_role("button", name="Delete my account").click()

    expect(page).to_have_url(f"{ada.phone.address}/sign-in")
    expect(page.get_by_text("Your account will be deleted after").first).to_be_visible()
    expect(page.get_by_text("Signing in keeps the account.")).to_be_visible()
    sign_in(ada.phone, ada.email, ada.password)
    expect(page.get_by_text("Your account is kept.")).to_be_visible()
    expect(person_row(ada.phone.open("/people"), "Li Wen")).to_be_visible()
    expect(page.get_by_text("Your account is kept.")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_text("Your account is kept.")).to_have_count(0)
    wait_until_synced(page)
    expect(page.get_by_text("will be deleted")).to_have_count(0)


def test_the_device_that_asked_learns_that_another_one_kept_the_account(ada: Owner) -> None:
    sign_up(ada.phone, ada.email, ada.password)
    wait_until_synced(ada.phone.open("/account"))
    page = ada.phone.page
    _type_into_dialog(page, ada.email)
    expect(page.get_by_text("Your account will be deleted after").first).to_be_visible()
    page = ada.phone.open("/account")
    expect(page.get_by_text("Your account will be deleted after")).to_be_visible()
    expect(page.get_by_role("heading", name="Signed in on")).to_have_count(0)
    expect(page.get_by_role("button", name="Delete my account…")).to_have_count(0)

    sign_in(ada.laptop, ada.email, ada.password)

    page = ada.phone.open("/account")
    banner = page.get_by_role("status").filter(has_text="You've been signed out.")
    expect(banner).to_be_visible()
    expect(page.get_by_text("will be deleted")).to_have_count(0)


@pytest.mark.own_server
def test_every_device_is_emptied_once_the_account_is_gone(ada: Owner, server: Server) -> None:
    sign_up(ada.phone, ada.email, ada.password)
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_synced(ada.phone.open("/people"))
    sign_in(ada.laptop, ada.email, ada.password)
    wait_until_synced(ada.laptop.open("/account"))
    _type_into_dialog(ada.laptop.page, ada.email)
    expect(ada.laptop.page.get_by_text("will be deleted after").first).to_be_visible()
    phone = ada.phone.open("/people")
    expect(phone.get_by_text("You've been signed out.")).to_be_visible()
    expect(person_row(phone, "Li Wen")).to_be_visible()

    _delete_now(server, ada.email)

    for device in (ada.phone, ada.laptop):
        page = device.open("/people")
        expect(page.get_by_text("Your account was deleted")).to_be_visible()
        expect(page.get_by_text("Li Wen")).to_have_count(0)
        assert left_behind(page) <= NOBODYS | {"meta/account_deleted"}
        page.get_by_role("button", name="Close").click()
        expect(page.get_by_text("Your account was deleted")).to_have_count(0)


def _type_into_dialog(page: Page, email: str) -> None:
    page.get_by_role("button", name="Delete my account…").click()
    page.get_by_label("Type your e-mail to confirm").fill(email)
    page.get_by_role("dialog").get_by_role("button", name="Delete my account").click()


def _delete_now(server: Server, email: str) -> None:
    """Do as whoever runs the server may: the seven days are tested in tests/accounts."""
    command = [sys.executable, "-m", "flask", "account", "delete", email, "--now", "--yes"]
    subprocess.run(command, cwd=ROOT, env=os.environ | server.settings, check=True)
