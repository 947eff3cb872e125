"""Leaving a device: what would be lost is named, a second yes is asked, nothing stays."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.device import Owner
from tests.e2e.server import Server
from tests.e2e.walking import (
    person_row,
    sign_in,
    sign_up,
    take_note,
    wait_until_installed,
    wait_until_kept,
    wait_until_synced,
)

LEFT_BEHIND = """
() => new Promise((found) => {
  const opening = indexedDB.open("earshot");
  opening.onsuccess = async () => {
    const names = [...opening.result.objectStoreNames];
    const stores = opening.result.transaction(names);
    const left = await Promise.all(names.map((name) => new Promise((listed) => {
      stores.objectStore(name).getAllKeys().onsuccess = ({ target }) =>
        listed(target.result.map((key) => `${name}/${key}`));
    })));
    opening.result.close();
    found(left.flat());
  };
})
"""
# What the database is called by, and what the last round came to: nothing of anybody's.
NOBODYS = {"meta/database_name", "meta/standing"}


@pytest.mark.own_server
def test_signing_out_with_unsynced_work_names_it_and_asks_again(ada: Owner, server: Server) -> None:
    sign_up(ada.phone, ada.email, ada.password)
    server.stop()
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_kept(ada.phone.page)
    server.start(MIN_CLIENT="99.0.0")

    page = ada.phone.open("/account")
    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("alert")).to_contain_text(
        "would be lost: 1 note: Li Wen; 1 person: Li Wen"
    )
    expect(page.get_by_text(ada.email)).to_be_visible()
    assert not left_behind(page) <= NOBODYS
    page.get_by_role("button", name="Sign out and lose them").click()
    expect(page).to_have_url(f"{ada.phone.address}/")
    expect(page.get_by_text("Li Wen")).to_have_count(0)


def test_a_device_that_signed_out_holds_nothing(ada: Owner) -> None:
    page = sign_up(ada.phone, ada.email, ada.password)
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_synced(ada.phone.open("/people"))
    assert not left_behind(page) <= NOBODYS

    ada.phone.open("/account").get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(f"{ada.phone.address}/")

    expect(person_row(ada.phone.open("/people"), "Li Wen")).to_have_count(0)
    assert left_behind(page) <= NOBODYS


def test_a_second_person_in_the_same_browser_sees_nothing_of_the_first(
    ada: Owner, ben: Owner
) -> None:
    page = sign_up(ada.phone, ada.email, ada.password)
    take_note(ada.phone.open("/note"), who="Li Wen", problem="Drowning in audits")
    wait_until_synced(ada.phone.open("/account"))
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(f"{ada.phone.address}/")
    expect(page.get_by_text(ada.email)).to_have_count(0)

    sign_up(ada.phone, ben.email, ben.password)

    for path in ("/", "/people"):
        wait_until_synced(ada.phone.open(path))
        expect(page.get_by_text("Li Wen")).to_have_count(0)
        expect(page.get_by_text("Drowning in audits")).to_have_count(0)


def test_a_session_that_was_ended_elsewhere_keeps_the_notes_and_asks_to_sign_in_again(
    ada: Owner,
) -> None:
    sign_up(ada.phone, ada.email, ada.password)
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_synced(ada.phone.open("/people"))
    ada.phone.context.clear_cookies()

    page = ada.phone.open("/people")

    expect(page.get_by_text("Sign in again to sync")).to_be_visible()
    expect(person_row(page, "Li Wen")).to_be_visible()
    sign_in(ada.phone, ada.email, ada.password)
    wait_until_synced(page)


@pytest.mark.own_server
def test_who_signed_out_offline_is_signed_out_before_anyone_else_comes(
    ada: Owner, ben: Owner, server: Server
) -> None:
    server.restart(SIGN_UP="open")
    wait_until_installed(sign_up(ada.phone, ada.email, ada.password))
    sign_up(ben.laptop, ben.email, ben.password)
    server.stop()
    page = ada.phone.open("/account")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Remove everything").click()
    expect(page.get_by_text(ada.email)).to_have_count(0)
    expect(ada.phone.open("/sign-in").get_by_text("can't be reached")).to_be_visible()
    server.start()

    page = ada.phone.open("/sign-in")

    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page.get_by_text(ada.email)).to_have_count(0)
    assert page.evaluate("fetch('/api/account').then(({ status }) => status)") == 401
    assert left_behind(page) <= NOBODYS
    sign_in(ada.phone, ben.email, ben.password)
    wait_until_synced(page)


@pytest.mark.own_server
def test_who_signed_out_offline_is_signed_out_when_the_network_is_back(
    ada: Owner, server: Server
) -> None:
    page = sign_up(ada.phone, ada.email, ada.password)
    wait_until_installed(page)
    ada.phone.open("/account")
    server.stop()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Remove everything").click()
    expect(page).to_have_url(f"{ada.phone.address}/")
    server.start()

    with page.expect_response("**/api/sign-out") as ended:
        page.evaluate("dispatchEvent(new Event('online'))")

    assert ended.value.status == 204


def left_behind(page: Page) -> set[str]:
    """Return what the database of a device still holds, as store and key."""
    return set(page.evaluate(LEFT_BEHIND))
