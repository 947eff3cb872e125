"""When the device cannot keep things: the text stays, Ada is told, nothing claims to be saved."""

import pytest
from playwright.sync_api import expect

from tests.e2e.device import Device, Owner
from tests.e2e.server import Server
from tests.e2e.walking import (
    person_row,
    sign_up,
    take_note,
    wait_for_page,
    wait_until_installed,
    wait_until_kept,
)

PRIVATE_WINDOW = """
IDBFactory.prototype.open = () => { throw new DOMException("not here", "SecurityError"); };
"""
CLEAR_DATABASE = """
() => new Promise((done, failed) => {
  const clearing = indexedDB.deleteDatabase("earshot");
  clearing.onsuccess = () => done(true);
  clearing.onerror = failed;
})
"""
HAS_REMEMBERED_BOTH = """
() => Object.keys(JSON.parse(localStorage.getItem("earshot unsynced"))?.counts ?? {}).length === 2
"""


def test_on_a_full_device_the_text_stays_and_is_kept_once_there_is_room(ada: Owner) -> None:
    _leave_room(ada.phone, 1)
    page = ada.phone.open("/note")

    page.get_by_label("Notes", exact=True).fill("Drowning in audits. " * 2000)
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    expect(page.get_by_text("Saved on this device", exact=True)).to_have_count(0)
    assert page.get_by_label("Notes", exact=True).input_value().startswith("Drowning")

    _leave_room(ada.phone, 100_000_000)
    expect(page.get_by_text("Saved on this device", exact=True)).to_be_visible()


@pytest.mark.own_browser
def test_a_full_device_says_so_on_every_screen(ada: Owner) -> None:
    _note(ada.phone)
    ada.phone.close()
    _leave_room(ada.phone, 1)
    page = ada.phone.open("/people")
    person_row(page, "Li").click()

    page.get_by_role("button", name="Add notes").last.click()
    page.get_by_role("textbox", name="notes", exact=True).fill("Drowning in audits. " * 2000)

    expect(page.get_by_text("This device is full,")).to_be_visible()
    expect(page.get_by_role("button", name="Not saved: this device is full")).to_be_visible()
    expect(page.get_by_role("textbox", name="notes", exact=True)).to_have_value(
        "Drowning in audits. " * 2000
    )


def test_a_browser_that_keeps_nothing_says_so_and_takes_no_text_away(ada: Owner) -> None:
    ada.phone.context.add_init_script(PRIVATE_WINDOW)

    page = ada.phone.open("/")
    expect(page.get_by_text("This browser saves nothing for Earshot")).to_be_visible()
    expect(page.get_by_role("button", name="This browser saves nothing")).to_be_visible()
    page = ada.phone.open("/note")
    take_note(page, who="Li")

    expect(page.get_by_label("Who", exact=True)).to_have_value("Li")
    expect(page.get_by_text("Saved on this device", exact=True)).to_have_count(0)


@pytest.mark.parametrize("unsynced", [0, 1])
def test_after_the_browser_has_cleared_it_the_device_says_what_is_lost(
    ada: Owner, server: Server, unsynced: int
) -> None:
    sign_up(ada.phone, ada.email, ada.password)
    wait_until_installed(ada.phone.open("/people"))
    server.stop()
    if unsynced:
        _note(ada.phone)
        wait_for_page(ada.phone.page, HAS_REMEMBERED_BOTH)
    page = ada.phone.page
    page.evaluate(CLEAR_DATABASE)
    server.start()

    page = ada.phone.open("/")
    lost = page.get_by_text("1 note and 1 person weren't synced yet and are gone")

    expect(page.get_by_role("link", name="Quick note").first).to_be_visible()
    expect(lost).to_have_count(unsynced)
    sign_in = page.get_by_role("status").get_by_role("link", name="Sign in", exact=True)
    expect(sign_in).to_have_count(unsynced)


def _leave_room(device: Device, bytes_: int) -> None:
    session = device.context.new_cdp_session(device.page)
    quota = {"origin": device.address, "quotaSize": bytes_}
    session.send("Storage.overrideQuotaForOrigin", quota)


def _note(device: Device) -> None:
    take_note(device.open("/note"), who="Li")
    wait_until_kept(device.page)
