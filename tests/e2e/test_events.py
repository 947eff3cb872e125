"""An event is made of a calendar, an invitation or a shared text, or by hand; then it is on."""

import json
import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.device import Owner
from tests.e2e.event_steps import (
    BEGIN,
    at,
    calendar,
    fair,
    fill,
    leave,
    now,
    open_file,
    take_in_calendar,
)
from tests.e2e.server import Server
from tests.e2e.walking import wait_for_page, wait_until_kept, wait_until_kept_whole

KEPT = "async () => (await (await caches.open('calendar_reader')).keys()).length > 0"
INVITATION = "Founders Night\nThursday 14 May 2031, 19:00-22:00 at Sentralen\nBring a friend"


@pytest.fixture
def page_of_events(ada: Owner) -> Page:
    """The events on the phone of somebody without an account."""
    return ada.phone.open("/events")


def test_an_event_of_a_calendar_file_opened_without_network_is_on_at_its_time(
    ada: Owner, server: Server
) -> None:
    page = ada.phone.open("/")
    wait_until_kept_whole(page)
    page.get_by_role("navigation").get_by_role("link", name="Events").click()
    wait_for_page(page, KEPT)
    server.stop()

    take_in_calendar(page, fair())
    expect(page.get_by_role("heading", name="Fjord fair")).to_be_visible()
    fill(page, "one goal", "Find two pilots")

    at(now(page), BEGIN - timedelta(minutes=1))
    expect(page.get_by_role("heading", name="Next event")).to_be_visible()
    at(page, BEGIN)
    expect(page.get_by_role("link", name="Listen", exact=True)).to_be_visible()
    expect(page.get_by_text("Find two pilots")).to_be_visible()


@pytest.mark.own_browser
def test_an_event_written_by_hand_without_network_is_there_after_the_battery_died(
    ada: Owner, server: Server
) -> None:
    page = ada.phone.open("/")
    wait_until_kept_whole(page)
    server.stop()
    page = ada.phone.open("/events/new")
    page.get_by_role("link", name="Enter it by hand").click()
    page.get_by_label("name", exact=True).press_sequentially("Fjord meetup")
    leave(page, "name")
    fill(page, "start", "2031-05-14T19:00")
    expect(page.get_by_role("time").filter(has_text="14 May 2031")).to_be_visible()

    ada.phone.kill()

    page = at(ada.phone.open("/"), BEGIN + timedelta(hours=1))
    expect(page.get_by_role("link", name="Fjord meetup")).to_be_visible()
    expect(page.get_by_role("link", name="Listen", exact=True)).to_be_visible()


def test_the_same_calendar_again_updates_and_adds_nothing(page_of_events: Page) -> None:
    page = page_of_events
    take_in_calendar(page, fair())
    expect(page.get_by_role("heading", name="Fjord fair")).to_be_visible()
    take_in_calendar(page, fair(place="Bergen"))

    expect(page.get_by_text("1 updated")).to_be_visible()
    expect(page.get_by_text("Bergen", exact=True)).to_be_visible()
    page.get_by_role("navigation").get_by_role("link", name="Events").click()
    expect(page.get_by_role("link", name="Fjord fair")).to_have_count(1)


def test_of_several_events_in_a_file_the_wanted_ones_are_chosen(page_of_events: Page) -> None:
    page = page_of_events
    take_in_calendar(page, fair(), fair(uid="dinner", name="Dinner"), fair(uid="walk", name="Walk"))

    page.get_by_role("checkbox", name=re.compile("Fjord fair")).click()
    page.get_by_role("checkbox", name=re.compile("Walk")).click()
    page.get_by_role("button", name="Add 2").click()

    for name, count in (("Fjord fair", 1), ("Walk", 1), ("Dinner", 0)):
        expect(page.get_by_role("link", name=name)).to_have_count(count)


def test_a_damaged_file_is_refused_in_plain_words(page_of_events: Page) -> None:
    page = page_of_events
    open_file(page, "<html>Sign in to see this calendar</html>")

    expect(page.get_by_text("fair.ics isn't a calendar file")).to_be_visible()


def test_of_a_file_with_broken_entries_the_others_are_offered_and_the_loss_is_said(
    page_of_events: Page,
) -> None:
    page = page_of_events
    broken = fair(uid="broken").replace("DTSTART:2031", "DTSTART:")
    open_file(page, calendar(fair(), broken).replace("END:VCALENDAR", ""))

    expect(page.get_by_text("1 of 2 entries couldn't be read.")).to_be_visible()
    expect(page.get_by_text("The end of the file is missing")).to_be_visible()
    page.get_by_role("checkbox", name=re.compile("Fjord fair")).click()
    page.get_by_role("button", name="Add 1").click()
    expect(page.get_by_role("heading", name="Fjord fair")).to_be_visible()


def test_a_cancelled_event_is_marked_and_its_owner_decides(page_of_events: Page) -> None:
    page = page_of_events
    take_in_calendar(page, fair())
    cancelled = fair().replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT")
    take_in_calendar(page, cancelled)

    expect(page.get_by_text("Your calendar says that this event is cancelled.")).to_be_visible()
    page.get_by_role("link", name="Back to events").click()
    expect(page.get_by_role("link", name="Fjord fair")).to_contain_text("cancelled")
    page.get_by_role("link", name="Fjord fair").click()
    page.get_by_role("button", name="It takes place").click()
    expect(page.get_by_text("Your calendar says")).to_have_count(0)

    open_file(page, calendar(cancelled.replace("UID:fair", "UID:other")))
    expect(page.get_by_text("Cancelled, so left out: Fjord fair. Nothing was")).to_be_visible()


def test_whole_days_of_a_calendar_are_shown_as_days(page_of_events: Page) -> None:
    page = page_of_events
    days = fair().replace("14T190000", "14").replace("14T220000", "17")
    take_in_calendar(page, days)

    expect(page.get_by_text("all day", exact=True)).to_be_visible()
    expect(page.locator(".event_when")).to_contain_text("14")
    expect(page.locator(".event_when")).to_contain_text("16")
    expect(page.locator(".event_when")).not_to_contain_text("00:00")
    page.get_by_role("button", name="Set times").click()
    expect(page.get_by_text("all day", exact=True)).to_have_count(0)


def test_a_calendar_file_that_starts_the_app_is_opened(ada: Owner) -> None:
    text = json.dumps(calendar(fair()))
    launch = f"""Object.defineProperty(window, "launchQueue", {{ value: {{
      setConsumer: (take) => take({{ files: [
        {{ getFile: async () => new File([{text}], "fair.ics") }}] }}) }} }});"""
    ada.phone.context.add_init_script(launch)

    page = ada.phone.open("/events/new")

    expect(page.get_by_role("heading", name="Fjord fair")).to_be_visible()


def test_an_invitation_becomes_an_event_and_stays_whole_in_the_notes(page_of_events: Page) -> None:
    page = page_of_events
    page.get_by_role("link", name="Add an event").first.click()
    page.get_by_label("From an invitation").fill(INVITATION)
    expect(page.get_by_text("Got it: Founders Night")).to_be_visible()
    page.get_by_role("link", name="Open the event").click()

    expect(page.get_by_role("heading", name="Founders Night")).to_be_visible()
    expect(page.get_by_text("Sentralen", exact=True)).to_be_visible()
    expect(page.get_by_text("Bring a friend")).to_be_visible()


def test_a_shared_text_is_a_note_until_one_tap_makes_it_an_event(ada: Owner) -> None:
    page = ada.phone.open("/note?title=Founders+Night&text=14+May+2031+19:00")
    expect(page.get_by_label("Notes")).to_have_value(re.compile("Founders Night"))
    wait_until_kept(page)

    page.get_by_role("link", name="Make it an event").click()

    expect(page.get_by_role("heading", name="Founders Night")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    notes = page.get_by_role("textbox", name="Notes")
    expect(notes).to_have_value(re.compile("Founders Night"))


def test_the_events_are_walked_by_keys_alone(ada: Owner) -> None:
    page = ada.laptop.open("/events")
    expect(page.get_by_role("heading", name="No events yet")).to_be_visible()
    page.keyboard.press("n")
    page.get_by_role("link", name="Enter it by hand").press("Enter")
    page.keyboard.type("Fjord fair")
    page.keyboard.press("Enter")

    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Choose an event")).to_be_visible()
    expect(page.get_by_role("link", name="Fjord fair")).to_be_visible()
    page.keyboard.press("j")

    expect(page.get_by_role("heading", level=1, name="Fjord fair")).to_be_visible()
