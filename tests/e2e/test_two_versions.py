"""Two devices write at one place without a network: both texts are there, and Ada settles it."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.furnished import a_person, furnish
from tests.e2e.walking import edit, sign_in, wait_until_synced

BEFORE = "Climbs on Thursdays."
HOLDS_TWO = "Two devices changed the same part of notes"
SAID_TOO = "Another device changed organisation too"


@pytest.fixture
def pages(ada: Owner, elsewhere: Elsewhere) -> tuple[Page, Page]:
    """Li Wen, open on Ada's phone and laptop, both in step with the server and now offline."""
    furnish(elsewhere)
    for device in (ada.phone, ada.laptop):
        sign_in(device, ada.email, ada.password)
        wait_until_synced(a_person(device))
    _write(ada.phone.page, "notes", BEFORE)
    expect(ada.laptop.page.get_by_text(BEFORE)).to_be_visible()
    wait_until_synced(ada.phone.page)
    _set_offline(ada, is_offline=True)
    return ada.phone.page, ada.laptop.page


def test_both_texts_stand_until_ada_has_tidied_them_on_either_device(
    ada: Owner, pages: tuple[Page, Page]
) -> None:
    phone, laptop = pages
    edit(phone, "notes", f"{BEFORE} Afraid of heights.")
    edit(laptop, "notes", f"{BEFORE} Has two dogs.")

    _set_offline(ada, is_offline=False)

    for page in pages:
        wait_until_synced(page)
        expect(page.get_by_text(HOLDS_TWO)).to_be_visible()
        for said in (BEFORE, "Afraid of heights.", "Has two dogs."):
            expect(page.get_by_text(said)).to_be_visible()
    edit(phone, "notes", f"{BEFORE} Has two dogs and no fear.")
    for page in pages:
        expect(page.get_by_text(HOLDS_TWO)).to_have_count(0)
        expect(page.get_by_text("Has two dogs and no fear")).to_be_visible()


def test_two_versions_may_be_left_as_they_stand(ada: Owner, pages: tuple[Page, Page]) -> None:
    phone, laptop = pages
    edit(phone, "notes", f"{BEFORE} Afraid of heights.")
    edit(laptop, "notes", f"{BEFORE} Has two dogs.")
    _set_offline(ada, is_offline=False)
    expect(laptop.get_by_text(HOLDS_TWO)).to_be_visible()
    expect(phone.get_by_text(HOLDS_TWO)).to_be_visible()

    laptop.get_by_role("button", name="Keep it as it is").click()

    for page in pages:
        expect(page.get_by_text(HOLDS_TWO)).to_have_count(0)
        expect(page.get_by_text("Afraid of heights.")).to_be_visible()
        expect(page.get_by_text("Has two dogs.")).to_be_visible()


def test_of_one_value_said_twice_the_other_comes_back_with_one_tap(
    ada: Owner, pages: tuple[Page, Page]
) -> None:
    phone, laptop = pages
    edit(laptop, "organisation", "Fjord Labs")
    edit(phone, "organisation", "Delta")
    ada.laptop.context.set_offline(False)
    wait_until_synced(laptop)
    ada.phone.context.set_offline(False)
    expect(phone.get_by_text(SAID_TOO)).to_be_visible()
    expect(laptop.get_by_text(SAID_TOO)).to_be_visible()

    laptop.get_by_role("button", name="Use “Fjord Labs”").click()

    for page in pages:
        expect(page.get_by_text(SAID_TOO)).to_have_count(0)
        expect(page.locator('[data-field="organisation"]')).to_contain_text("Fjord Labs")


def _write(page: Page, field: str, words: str) -> None:
    page.get_by_role("button", name=f"Add {field}").last.click()
    page.get_by_role("textbox", name=field, exact=True).fill(words)
    page.keyboard.press("Control+Enter")


def _set_offline(ada: Owner, is_offline: bool) -> None:
    for device in (ada.phone, ada.laptop):
        device.context.set_offline(is_offline)
