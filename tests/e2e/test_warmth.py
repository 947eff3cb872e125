"""Ties on the screens: logging contact, nudges of two devices, full rings, the garden."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.device import Device, Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.stored import bodies
from tests.e2e.waiting import wait_until
from tests.e2e.walking import sign_in, wait_until_kept_whole, wait_until_synced


@pytest.fixture
def li(elsewhere: Elsewhere) -> str:
    """Li, of the inner ring, with whom Ada talked last 90 days ago."""
    return met(elsewhere, "Li", ring="inner")


def met(elsewhere: Elsewhere, name: str, days_ago: int = 90, **fields: object) -> str:
    at = (datetime.now(UTC) - timedelta(days=days_ago)).strftime("%Y-%m-%dT%H:%M:%SZ")
    person = elsewhere.send("person", name=name, captured_at=at, **fields)
    elsewhere.send("conversation", person_ids=[person], captured_at=at)
    return person


def open_page_of(device: Device, person: str) -> Page:
    page = device.open(f"/people/{person}")
    expect(page.locator("summary").first).to_be_visible()
    return page


def log_call(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).click()
    page.get_by_role("button", name="Call", exact=True).click()
    expect(page.get_by_text("Logged with Li: Call.")).to_be_visible()


def participants(page: Page) -> list[list[str]]:
    return [body["person_ids"] for body in bodies(page, "conversation")]


def tie(page: Page) -> str:
    return page.locator("summary").first.inner_text()


def test_a_contact_is_logged_in_two_taps_and_closes_the_nudge(ada: Owner, li: str) -> None:
    sign_in(ada.phone, ada.email, ada.password)
    page = open_page_of(ada.phone, li)
    expect(page.get_by_text("You talked 90 days ago; usually every 3 weeks.")).to_be_visible()
    wilting = tie(page)

    log_call(page, "Log contact: Li")

    expect(page.get_by_text("You talked 90 days ago")).to_have_count(0)
    expect(page.get_by_text("Next nudge", exact=False).last).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("You talked 90 days ago; usually every 3 weeks.")).to_be_visible()
    wait_until(lambda: tie(page) == wilting, "the tie to be as it was")


def test_a_contact_of_yesterday_is_logged_with_several_at_once(
    ada: Owner, elsewhere: Elsewhere, li: str
) -> None:
    met(elsewhere, "Ana", days_ago=200)
    sign_in(ada.laptop, ada.email, ada.password)
    page = open_page_of(ada.laptop, li)

    page.get_by_role("button", name="Log contact: Li").click()
    page.get_by_role("button", name="Yesterday").click()
    page.get_by_role("button", name="Ana", exact=True).click()
    page.get_by_role("button", name="In person", exact=True).click()

    expect(page.get_by_text("Logged with Li, Ana: In person, yesterday.")).to_be_visible()
    assert [len(who) for who in participants(page) if li in who and len(who) > 1] == [2]
    expect(page.get_by_role("article").first).to_contain_text("yesterday")


def test_their_answer_is_one_tap(ada: Owner, li: str) -> None:
    sign_in(ada.phone, ada.email, ada.password)
    page = open_page_of(ada.phone, li)
    page.get_by_role("button", name="Log contact: Li").click()
    page.get_by_role("button", name="I wrote").click()
    page.locator("summary").first.click()
    expect(page.get_by_text("your message is unanswered", exact=False)).to_be_visible()

    page.get_by_role("button", name="They answered").click()

    expect(page.get_by_text("you wrote today", exact=False)).to_be_visible()
    expect(page.get_by_role("button", name="They answered")).to_have_count(0)


def test_two_devices_offline_end_with_one_nudge_and_the_same_warmth(ada: Owner, li: str) -> None:
    for device in (ada.phone, ada.laptop):
        wait_until_kept_whole(sign_in(device, ada.email, ada.password))
        wait_until_synced(open_page_of(device, li))
        device.context.set_offline(True)

    for device in (ada.phone, ada.laptop):
        device.page.get_by_role("button", name="Later: Li").click()
        device.page.get_by_role("button", name="Tomorrow").click()
        log_call(device.page, "Log contact: Li")
    for device in (ada.phone, ada.laptop):
        device.context.set_offline(False)

    pages = [ada.phone.page, ada.laptop.page]
    wait_until(
        lambda: [len(bodies(page, "conversation")) for page in pages] == [3, 3],
        "both contacts on both devices",
    )
    wait_until(lambda: tie(pages[0]) == tie(pages[1]), "the same warmth on both")
    assert [len(bodies(page, "nudge")) for page in pages] == [1, 1]
    ada.laptop.open("/follow-ups")
    expect(pages[1].get_by_role("button", name="Skip this time: Li")).to_have_count(0)


def test_the_sixth_of_the_inner_ring_makes_one_choose(
    ada: Owner, elsewhere: Elsewhere, li: str
) -> None:
    for name in ("Ana", "Bo", "Cleo", "Dag"):
        met(elsewhere, name, ring="inner")
    zoe = met(elsewhere, "Zoe")
    sign_in(ada.laptop, ada.email, ada.password)
    page = open_page_of(ada.laptop, zoe)
    page.locator("summary").first.click()

    page.get_by_role("radio", name="Inner").click()
    page.get_by_role("button", name=re.compile("^Bo")).click()

    expect(page.get_by_text("Bo is now in your Close ring.")).to_be_visible()
    page.goto(f"{ada.laptop.address}/garden")
    inner = page.get_by_role("region", name="Inner")
    expect(inner.get_by_role("link", name="Zoe")).to_be_visible()
    expect(inner.get_by_role("link", name=re.compile("^Bo"))).to_have_count(0)
    expect(
        page.get_by_role("region", name="Close").get_by_role("link", name=re.compile("^Bo"))
    ).to_be_visible()


def test_a_ring_that_two_devices_filled_offline_is_settled_in_the_garden(
    ada: Owner, elsewhere: Elsewhere, li: str
) -> None:
    for name in ("Ana", "Bo", "Cleo"):
        met(elsewhere, name, ring="inner")
    coming = {ada.phone: met(elsewhere, "Yan"), ada.laptop: met(elsewhere, "Zoe")}
    for device, person in coming.items():
        wait_until_kept_whole(sign_in(device, ada.email, ada.password))
        wait_until_synced(open_page_of(device, person))
        device.context.set_offline(True)
        device.page.locator("summary").first.click()
        device.page.get_by_role("radio", name="Inner").click()
        expect(device.page.get_by_text("is now in your Inner ring.")).to_be_visible()
    for device in coming:
        device.context.set_offline(False)

    page = ada.laptop.open("/garden")
    inner = page.get_by_role("region", name="Inner")
    inner.get_by_role("button", name="Choose who moves out").click()
    inner.get_by_role("button", name=re.compile("^Bo")).click()

    expect(inner.get_by_text("5 of 5")).to_be_visible()
    expect(inner.get_by_role("button", name="Choose who moves out")).to_have_count(0)


def test_who_is_let_go_is_silent_and_can_be_taken_back(ada: Owner, li: str) -> None:
    sign_in(ada.phone, ada.email, ada.password)
    page = open_page_of(ada.phone, li)
    page.locator("summary").first.click()

    page.get_by_role("button", name="Let go").click()

    expect(page.get_by_role("button", name="Skip this time: Li")).to_have_count(0)
    expect(page.locator("summary").first).to_contain_text("Let go")
    page.get_by_role("button", name="Bring back").click()
    expect(page.get_by_role("button", name="Skip this time: Li")).to_be_visible()


def test_the_garden_is_walked_with_keys_and_filtered(
    ada: Owner, elsewhere: Elsewhere, li: str
) -> None:
    met(elsewhere, "Ana", days_ago=1, ring="inner")
    sign_in(ada.laptop, ada.email, ada.password)
    page = ada.laptop.open("/people")
    page.get_by_role("link", name="Garden").click()
    plants = page.get_by_role("region", name="Inner").get_by_role("link")
    expect(plants).to_have_text([re.compile("Ana"), re.compile("Li")])

    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(plants.nth(1)).to_be_focused()
    page.get_by_role("radio", name="Wilting").click()
    expect(plants).to_have_text([re.compile("Li")])
