"""What was overwritten, deleted or said twice can be brought back; what is purged is gone."""

from playwright.sync_api import Page, expect

from tests.e2e.device import Device, Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.furnished import a_person, furnish
from tests.e2e.waiting import wait_until
from tests.e2e.walking import (
    edit,
    person_row,
    sign_in,
    sign_up,
    take_note,
    wait_until_kept,
    wait_until_kept_whole,
    wait_until_synced,
)

EVERYTHING_STORED = """
async () => {
  const opened = indexedDB.open("earshot");
  await new Promise((done) => { opened.onsuccess = done; });
  const stores = [...opened.result.objectStoreNames];
  const all = stores.map((name) => new Promise((give) => {
    const asked = opened.result.transaction(name).objectStore(name).getAll();
    asked.onsuccess = () => give(asked.result);
  }));
  const found = JSON.stringify(await Promise.all(all));
  opened.result.close();
  return found;
}
"""


def test_an_overwritten_value_is_brought_back_with_a_tap_and_that_is_undone(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    furnish(elsewhere)
    sign_in(ada.laptop, ada.email, ada.password)
    page = a_person(ada.laptop)
    edit(page, "name", "Li Wen-Berg")
    wait_until_synced(page)

    page.get_by_role("link", name="History", exact=True).click()
    expect(page.get_by_text("on this device")).to_be_visible()
    page.get_by_role("button", name="Restore name: Li Wen").click()
    expect(page.get_by_text("Restored: name.")).to_be_visible()
    undo = page.get_by_role("button", name="Undo")
    undo.hover()
    expect(page.get_by_role("button", name="Restore name: Li Wen-Berg")).to_be_visible()
    undo.click()
    expect(page.get_by_role("button", name="Restore name:")).to_have_count(3)

    expect(person_row(ada.laptop.open("/people"), "Li Wen-Berg")).to_be_visible()


def test_who_was_deleted_on_the_phone_is_brought_back_on_the_laptop(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    furnish(elsewhere)
    sign_in(ada.phone, ada.email, ada.password)
    sign_in(ada.laptop, ada.email, ada.password)
    _delete(a_person(ada.phone))

    page = ada.laptop.open("/account")
    page.get_by_role("link", name="See what was deleted").click()
    page.get_by_role("button", name="Restore Li Wen").click()
    expect(page.get_by_text("Restored: Li Wen.")).to_be_visible()
    wait_until_synced(page)

    expect(person_row(ada.phone.open("/people"), "Li Wen")).to_be_visible()


def test_without_network_the_history_says_so_and_comes_when_asked_again(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    furnish(elsewhere)
    sign_in(ada.laptop, ada.email, ada.password)
    page = a_person(ada.laptop)
    wait_until_kept_whole(page)
    ada.laptop.context.set_offline(True)

    page.get_by_role("link", name="History", exact=True).click()
    expect(page.get_by_text("Can't reach the server")).to_be_visible()
    ada.laptop.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()

    expect(page.get_by_text("Never changed")).to_be_visible()


def test_of_a_purged_person_nothing_stays_on_any_device(ada: Owner, elsewhere: Elsewhere) -> None:
    furnish(elsewhere)
    sign_in(ada.phone, ada.email, ada.password)
    wait_until_synced(ada.phone.open("/people"))
    sign_in(ada.laptop, ada.email, ada.password)
    page = a_person(ada.laptop)
    assert _holds(ada.phone, "Li Wen")

    page.get_by_role("button", name="Remove for good").click()
    expect(page.get_by_text("their history, 1 note and 1 promise")).to_be_visible()
    page.get_by_role("button", name="Remove Li Wen for good").click()
    expect(page.get_by_text("Li Wen was removed for good.")).to_be_visible()

    assert not _holds(ada.laptop, "Li Wen")
    wait_until(lambda: not _holds(ada.phone, "Li Wen"), "the phone to follow")
    expect(person_row(ada.phone.open("/people"), "Ana Sol")).to_be_visible()
    expect(person_row(ada.phone.page, "Li Wen")).to_have_count(0)


def test_a_purge_without_network_removes_nothing_and_says_so(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    furnish(elsewhere)
    sign_in(ada.laptop, ada.email, ada.password)
    page = a_person(ada.laptop)
    ada.laptop.context.set_offline(True)

    page.get_by_role("button", name="Remove for good").click()
    page.get_by_role("button", name="Remove Li Wen for good").click()

    expect(page.get_by_text("Nothing was removed")).to_be_visible()
    expect(page.get_by_role("heading", level=1, name="Li Wen")).to_be_visible()


def test_what_two_devices_said_at_once_is_shown_until_ada_has_chosen(ada: Owner) -> None:
    sign_up(ada.phone, ada.email, ada.password)
    take_note(ada.phone.open("/note"), who="Li")
    wait_until_kept(ada.phone.page)
    wait_until_synced(ada.phone.open("/people"))
    sign_in(ada.laptop, ada.email, ada.password)
    desk = ada.laptop.open("/people")
    person_row(desk, "Li").click()
    ada.laptop.context.set_offline(True)
    edit(desk, "name", "Li Wen")
    person_row(ada.phone.page, "Li").click()
    edit(ada.phone.page, "name", "Li Wei")
    wait_until_synced(ada.phone.page)

    ada.laptop.context.set_offline(False)
    wait_until_synced(desk)
    expect(desk.get_by_text("Another device changed name too")).to_be_visible()
    desk.get_by_role("button", name="Use “Li Wei”").click()

    expect(desk.get_by_role("heading", level=1, name="Li Wei")).to_be_visible()
    expect(desk.get_by_text("Another device changed")).to_have_count(0)


def _holds(device: Device, words: str) -> bool:
    return words in device.page.evaluate(EVERYTHING_STORED)


def _delete(page: Page) -> None:
    page.get_by_role("button", name="Delete Li Wen", exact=True).click()
    expect(page.get_by_text("Li Wen was deleted.")).to_be_visible()
    wait_until_synced(page)
