"""The main path without a pointer: from the event over a talk and its card to the promise kept."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.walking import sign_in

MOST_STEPS = 60


@pytest.fixture
def at_the_fair(ada: Owner, elsewhere: Elsewhere) -> Page:
    """Ada's laptop shows the event that is on."""
    begun = datetime.now(UTC) - timedelta(minutes=5)
    begun_at, end_at = (
        moment.strftime("%Y-%m-%dT%H:%M:%SZ") for moment in (begun, begun + timedelta(hours=2))
    )
    elsewhere.send(
        "event", name="Fjord fair", goal="Find two pilots", starts_at=begun_at, ends_at=end_at
    )
    sign_in(ada.laptop, ada.email, ada.password)
    return ada.laptop.open("/")


def test_a_talk_a_card_and_a_kept_promise_need_no_pointer(at_the_fair: Page) -> None:
    page = at_the_fair

    press(page, page.get_by_role("link", name="Listen", exact=True))
    expect(page.get_by_role("heading", name="Listen")).to_be_attached()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Who", exact=True)).to_be_focused()
    page.keyboard.type("Kim")
    step_to(page, page.get_by_label("What I promised"))
    page.keyboard.type("Send the deck")
    step_to(page, page.get_by_role("radio", name="Tomorrow"))
    page.keyboard.press("Space")
    press(page, page.get_by_role("link", name="Done", exact=True))
    expect(page.get_by_role("heading", name="Fjord fair")).to_be_visible()
    page.keyboard.press("5")
    expect(page.get_by_role("link", name="Send the deck")).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("heading", level=1, name="I owe Kim")).to_be_visible()
    page.keyboard.press("d")

    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    expect(page.get_by_role("button", name="Done: Send the deck")).to_have_count(0)


def step_to(page: Page, place: Locator) -> None:
    """Press Tab until the focus is there."""
    expect(place).to_be_visible()
    for _ in range(MOST_STEPS):
        if place.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {place}")


def press(page: Page, place: Locator) -> None:
    """Go to a button or link by Tab, and press it."""
    step_to(page, place)
    page.keyboard.press("Enter")
