"""A card written in one line: understood without network, put right by chips, read at the desk."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.device import Owner
from tests.e2e.server import Server
from tests.e2e.stored import bodies
from tests.e2e.waiting import wait_until
from tests.e2e.walking import (
    person_row,
    sign_in,
    sign_up,
    take_note,
    wait_until_kept,
    wait_until_kept_whole,
    wait_until_synced,
)

LINE = "Ana, CTO at Fjord: drowning in audits. Send her Li's number by Friday"


@pytest.fixture
def card(ada: Owner) -> Page:
    """An empty card on the phone of somebody without an account."""
    return ada.phone.open("/note")


@pytest.mark.own_browser
def test_a_line_written_without_network_is_a_whole_card_at_the_desk(
    ada: Owner, server: Server
) -> None:
    sign_up(ada.laptop, ada.email, ada.password)
    wait_until_kept_whole(sign_in(ada.phone, ada.email, ada.password))
    ada.phone.close()
    server.stop()

    card = ada.phone.open("/note")
    take_note(card, who=LINE)
    card.get_by_role("link", name="Done", exact=True).click()
    wait_until(lambda: is_understood(card), "the line to be understood")
    friday = friday_after(bodies(card, "conversation")[0]["captured_at"])
    server.start()
    wait_until_synced(ada.phone.open("/people"))

    desk = ada.laptop.open("/people")
    person_row(desk, "Ana").click()
    for words in ("CTO", "Fjord", "drowning in audits", "Send her Li's number", LINE):
        expect(desk.get_by_text(words, exact=True).first).to_be_visible()
    expect(desk.locator(f"time[datetime='{friday}']").first).to_be_visible()


@pytest.mark.own_browser
def test_a_line_is_understood_again_after_the_battery_died(ada: Owner) -> None:
    page = ada.phone.open("/note")
    take_note(page, who=LINE)
    expect(page.get_by_label("Their problem")).to_have_value("drowning in audits")
    wait_until_kept(page)

    ada.phone.kill()

    page = ada.phone.open("/")
    expect(page.get_by_label("Who", exact=True)).to_have_value(LINE)
    expect(page.get_by_role("button", name="Edit Role: CTO")).to_be_visible()
    page.get_by_role("link", name="Done", exact=True).click()
    expect(person_row(ada.phone.open("/people"), "Ana")).to_have_count(1)


def test_a_line_written_before_the_app_was_kept_is_understood_when_its_card_is_opened(
    ada: Owner, server: Server
) -> None:
    ada.phone.context.route("**/service_worker.js", lambda route: route.abort())
    card = ada.phone.open("/note")
    expect(card.get_by_role("link", name="Account")).to_be_visible()
    server.stop()
    take_note(card, who=LINE)
    wait_until_kept(card)
    assert bodies(card, "conversation")[0]["is_line_unread"]

    server.start()
    card = ada.phone.open("/")

    expect(card.get_by_label("What I promised")).to_have_value("Send her Li's number")
    expect(card.get_by_role("button", name="Edit Role: CTO")).to_be_visible()
    wait_until(lambda: len(bodies(card, "follow_up")) == 1, "the promise")
    assert [(one["name"], one["role"]) for one in bodies(card, "person")] == [("Ana", "CTO")]


def test_a_chip_is_corrected_where_it_stands_and_another_dismissed(card: Page) -> None:
    write_line(card)

    card.get_by_role("button", name="Edit Promise").click()
    card.get_by_role("textbox", name="Promise", exact=True).fill("Send Li's e-mail")
    card.keyboard.press("Enter")
    card.get_by_role("button", name="Remove Fjord").click()

    expect(card.get_by_label("What I promised")).to_have_value("Send Li's e-mail")
    expect(card.get_by_role("button", name=re.compile("Fjord"))).to_have_count(0)
    expect(card.get_by_label("Who", exact=True)).to_have_value(LINE)


def test_a_day_is_corrected_on_its_chip(card: Page) -> None:
    write_line(card)

    card.get_by_role("button", name="Edit Due").click()
    card.get_by_label("Due", exact=True).fill("2031-02-03")
    card.keyboard.press("Enter")

    expect(card.get_by_label("Pick a day")).to_have_value("2031-02-03")


def test_what_was_understood_is_said_once_to_those_who_listen(card: Page) -> None:
    take_note(card, who=LINE)

    said = card.get_by_role("status").filter(has_text="Found")
    expect(said).to_contain_text("Person Ana, Role CTO, Organisation Fjord")
    expect(card.get_by_role("list", name="Found in your note")).to_be_visible()


def test_a_known_person_in_a_line_is_linked_and_the_next_card_is_empty(card: Page) -> None:
    take_note(card, who="Ana Costa")
    wait_until_kept(card)
    card.get_by_role("link", name="Next person").click()

    take_note(card, who="Ana, CTO: stuck on hiring")
    expect(card.get_by_role("button", name="Edit You know: Ana Costa")).to_be_visible()
    card.get_by_role("link", name="Next person").click()
    expect(card.get_by_role("list", name="Found in your note")).to_have_count(0)

    card.get_by_role("link", name="Done", exact=True).click()
    card.get_by_role("link", name="People", exact=True).click()
    expect(person_row(card, "Ana Costa")).to_have_count(1)
    person_row(card, "Ana Costa").click()
    expect(card.get_by_text("CTO", exact=True).filter(visible=True).first).to_be_visible()


def write_line(card: Page) -> None:
    """Write the line, and see all of it understood."""
    take_note(card, who=LINE)
    expect(card.get_by_role("button", name="Edit Due")).to_be_visible()
    wait_until(lambda: is_understood(card), "the line to be understood")


def is_understood(card: Page) -> bool:
    """Ask whether the device holds the whole line, and what it says."""
    notes = bodies(card, "conversation")
    return any(note.get("line") == LINE and not note.get("is_line_unread") for note in notes)


def friday_after(captured_at: str) -> str:
    """Return the Friday that comes after a moment; from noon on, a Friday itself is over."""
    now = datetime.fromisoformat(captured_at).astimezone()
    ahead = (4 - now.weekday()) % 7
    is_over = ahead == 0 and now.hour >= 12
    return (now + timedelta(days=7 if is_over else ahead)).date().isoformat()
