"""An event: from a calendar, an invitation or by hand; one goal; on at its time; a receipt."""

import json
import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.walking import (
    sign_up,
    take_note,
    wait_for_page,
    wait_until_installed,
    wait_until_synced,
)

BEGIN = datetime(2031, 5, 14, 19, 0).astimezone()
ONE_EVENT = """BEGIN:VEVENT
UID:{uid}
SUMMARY:{name}
DTSTART:20310514T190000
DTEND:20310514T220000
LOCATION:{place}
END:VEVENT
"""
KEPT = "async () => (await (await caches.open('calendar_reader')).keys()).length > 0"
INVITATION = "Founders Night\nThursday 14 May 2031, 19:00-22:00 at Sentralen\nBring a friend"


@pytest.fixture
def evening_before(ada) -> Page:
    """The events on the phone of somebody without an account, the evening before one."""
    page = ada.phone.open("/events")
    at(page, BEGIN - timedelta(days=1))
    return page


def at(page: Page, moment: datetime) -> Page:
    """Let it be this moment, and come back to the app."""
    page.clock.set_fixed_time(moment)
    page.reload()
    return page


def calendar(*events: str) -> str:
    """Give a calendar of these events."""
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{''.join(events)}END:VCALENDAR\n"


def take_in_calendar(page: Page, *events: str) -> None:
    """Open a calendar file with these events."""
    open_file(page, calendar(*events))


def open_file(page: Page, text: str) -> None:
    """Open a file with this text where calendar files are chosen."""
    page.get_by_role("navigation").get_by_role("link", name="Events").click()
    page.get_by_role("link", name="Add an event").first.click()
    file = {"name": "fair.ics", "mimeType": "text/calendar", "buffer": text.encode()}
    page.get_by_label("From a calendar file").set_input_files(file)


def fair(**differing: str) -> str:
    """Give the fair as a calendar tells it."""
    return ONE_EVENT.format(**{"uid": "fair", "name": "Fjord fair", "place": "Oslo", **differing})


def fill(page: Page, field: str, words: str) -> None:
    """Type into a field where it stands, and leave it."""
    page.get_by_role("button", name=f"Add {field}", exact=True).first.click()
    page.get_by_label(field, exact=True).fill(words)
    page.keyboard.press("Enter")


def want(page: Page, who: str) -> None:
    """Add somebody to meet."""
    page.get_by_role("button", name="Add somebody to meet").click()
    page.get_by_label("Whom do you want to meet?").press_sequentially(who)
    page.keyboard.press("Enter")


def now(page: Page) -> Page:
    """Go to the first screen."""
    page.get_by_role("navigation").get_by_role("link", name="Now").click()
    return page


def goal_of(page: Page) -> Locator:
    """Give the place where the goal of the event in view stands."""
    return page.get_by_role("region", name="One goal").locator("[data-field=goal]")


def test_an_event_of_a_calendar_file_opened_without_network_is_on_at_its_time(ada, server):
    page = ada.phone.open("/")
    wait_until_installed(page)
    page.get_by_role("navigation").get_by_role("link", name="Events").click()
    wait_for_page(page, KEPT)
    server.stop()

    take_in_calendar(page, fair())
    expect(page.get_by_role("heading", name="Fjord fair")).to_be_visible()
    fill(page, "one goal", "Find two pilots")

    at(now(page), BEGIN - timedelta(minutes=1))
    expect(page.get_by_role("heading", name="Next event")).to_be_visible()
    at(page, BEGIN)
    expect(page.get_by_role("link", name="Talk", exact=True)).to_be_visible()
    expect(page.get_by_text("Find two pilots")).to_be_visible()


def test_an_event_written_by_hand_without_network_is_there_after_the_battery_died(ada, server):
    page = ada.phone.open("/")
    wait_until_installed(page)
    server.stop()
    page = ada.phone.open("/events/new")
    page.get_by_role("link", name="Write it by hand").click()
    page.get_by_label("name", exact=True).press_sequentially("Fjord meetup")
    page.keyboard.press("Enter")
    fill(page, "begin", "2031-05-14T19:00")
    expect(page.get_by_role("time").filter(has_text="14 May 2031")).to_be_visible()

    ada.phone.kill()

    page = at(ada.phone.open("/"), BEGIN + timedelta(hours=1))
    expect(page.get_by_role("link", name="Fjord meetup")).to_be_visible()
    expect(page.get_by_role("link", name="Talk", exact=True)).to_be_visible()


def test_the_same_calendar_again_updates_and_adds_nothing(evening_before: Page):
    page = evening_before
    take_in_calendar(page, fair())
    expect(page.get_by_role("heading", name="Fjord fair")).to_be_visible()
    take_in_calendar(page, fair(place="Bergen"))

    expect(page.get_by_text("1 updated")).to_be_visible()
    expect(page.get_by_text("Bergen", exact=True)).to_be_visible()
    page.get_by_role("navigation").get_by_role("link", name="Events").click()
    expect(page.get_by_role("link", name="Fjord fair")).to_have_count(1)


def test_of_several_events_in_a_file_the_wanted_ones_are_chosen(evening_before: Page):
    page = evening_before
    take_in_calendar(page, fair(), fair(uid="dinner", name="Dinner"), fair(uid="walk", name="Walk"))

    page.get_by_role("checkbox", name=re.compile("Fjord fair")).check()
    page.get_by_role("checkbox", name=re.compile("Walk")).check()
    page.get_by_role("button", name="Take in 2").click()

    for name, count in (("Fjord fair", 1), ("Walk", 1), ("Dinner", 0)):
        expect(page.get_by_role("link", name=name)).to_have_count(count)


def test_a_damaged_file_is_refused_in_plain_words(evening_before: Page):
    page = evening_before
    open_file(page, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nno end")

    expect(page.get_by_text("fair.ics is damaged, or no calendar file")).to_be_visible()


def test_a_calendar_file_that_starts_the_app_is_opened(ada):
    text = json.dumps(calendar(fair()))
    launch = f"""Object.defineProperty(window, "launchQueue", {{ value: {{
      setConsumer: (take) => take({{ files: [
        {{ getFile: async () => new File([{text}], "fair.ics") }}] }}) }} }});"""
    ada.phone.context.add_init_script(launch)

    page = ada.phone.open("/events/new")

    expect(page.get_by_role("heading", name="Fjord fair")).to_be_visible()


def test_an_invitation_becomes_an_event_and_stays_whole_in_the_notes(evening_before: Page):
    page = evening_before
    page.get_by_role("link", name="Add an event").first.click()
    page.get_by_label("From an invitation").fill(INVITATION)
    expect(page.get_by_text("Understood: Founders Night")).to_be_visible()
    page.get_by_role("link", name="Open the event").click()

    expect(page.get_by_role("heading", name="Founders Night")).to_be_visible()
    expect(page.get_by_text("Sentralen", exact=True)).to_be_visible()
    expect(page.get_by_text("Bring a friend")).to_be_visible()


def test_a_shared_text_is_a_note_until_one_tap_makes_it_an_event(ada):
    page = ada.phone.open("/note?title=Founders+Night&text=14+May+2031+19:00")
    expect(page.get_by_label("Notes")).to_have_value(re.compile("Founders Night"))

    page.get_by_role("link", name="Make it an event").click()

    expect(page.get_by_role("heading", name="Founders Night")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    notes = page.get_by_role("textbox", name="Notes")
    expect(notes).to_have_value(re.compile("Founders Night"))


def test_a_second_goal_is_refused_with_the_reason_and_not_lost(evening_before: Page):
    page = evening_before
    take_in_calendar(page, fair())
    fill(page, "one goal", "Find two pilots. Meet an investor")

    expect(page.get_by_text("An event has one goal.")).to_be_visible()
    expect(page.get_by_text("Meet an investor")).to_be_visible()
    expect(goal_of(page)).to_have_text("Find two pilots.")

    page.get_by_role("button", name="Edit one goal").click()
    page.get_by_label("one goal", exact=True).fill("Find two pilots and also a designer")
    page.keyboard.press("Enter")
    expect(goal_of(page)).to_have_text("Find two pilots")
    expect(page.get_by_text("and also a designer")).to_be_visible()

    page.get_by_role("button", name="Make this the goal").click()
    expect(goal_of(page)).to_have_text("Meet an investor")


def test_a_sixth_target_is_refused_with_the_reason(evening_before: Page):
    page = evening_before
    take_in_calendar(page, fair())
    for who in ("Ana", "Li", "Bo", "A CTO", "Somebody from Oslo"):
        want(page, who)

    page.get_by_role("button", name="Add somebody to meet").click()

    expect(page.get_by_role("alert")).to_contain_text("Five are enough")
    page.get_by_role("button", name="Take Bo off the list").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Met: Bo")).to_be_visible()


def test_a_note_at_the_event_meets_its_target_and_ends_the_hint(evening_before: Page):
    page = evening_before
    take_in_calendar(page, fair())
    ana_is_known(page)
    page.get_by_role("button", name="Add somebody to meet").click()
    page.get_by_role("button", name="Ana Sol").click()
    at(now(page), BEGIN + timedelta(hours=2))
    expect(page.get_by_text("Half-time. You came to meet Ana Sol")).to_be_visible()

    page.get_by_role("link", name="Quick note").first.click()
    page.get_by_label("Who", exact=True).press_sequentially("Ana Sol")
    page.get_by_role("option", name=re.compile("Ana Sol")).click()
    page.get_by_role("link", name="Done", exact=True).click()

    expect(page.get_by_text("You met everybody on your list.")).to_be_visible()
    expect(page.get_by_text("Half-time")).to_have_count(0)


def test_of_two_events_at_once_the_one_tapped_is_on(evening_before: Page):
    page = evening_before
    take_in_calendar(page, fair(), fair(uid="dinner", name="Dinner"))
    for name in ("Fjord fair", "Dinner"):
        page.get_by_role("checkbox", name=re.compile(name)).check()
    page.get_by_role("button", name="Take in 2").click()
    at(now(page), BEGIN + timedelta(minutes=5))

    other = page.get_by_role("group", name=re.compile("Also on")).get_by_role("button")
    name = other.inner_text()
    other.click()

    expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_an_event_may_go_without_a_goal_when_it_is_said(evening_before: Page):
    page = evening_before
    take_in_calendar(page, fair())
    at(now(page), BEGIN)

    page.get_by_role("button", name="No goal, just curious").click()

    expect(page.get_by_text("No goal, just curious.").first).to_be_visible()
    expect(page.get_by_role("button", name="Add one goal")).to_have_count(0)


def test_thirty_seconds_of_preparation_end_with_a_sentence_said_aloud(evening_before: Page):
    page = evening_before
    take_in_calendar(page, fair())
    at(now(page), BEGIN - timedelta(hours=5))
    page.get_by_role("link", name="Prepare in 30 seconds").click()

    fill(page, "one goal", "Hire a designer")
    fill(page, "what I listen for", "hiring")
    fill(page, "what I do then", "ask what they tried")
    want(page, "A designer")
    page.get_by_role("radio", name="Who are you missing most?").check()

    aloud = page.get_by_text("Hire a designer. I look for A designer. I ask: “Who are you missing")
    expect(aloud).to_be_visible()
    page.get_by_role("button", name="I said it aloud").click()
    expect(page.get_by_role("link", name="Prepared; look again")).to_be_visible()


def test_after_the_event_the_receipt_says_what_is_safe(ada, server):
    sign_up(ada.phone, ada.email, ada.password)
    page = ada.phone.open("/events/new")
    wait_until_installed(page)
    page.get_by_role("link", name="Write it by hand").click()
    page.get_by_label("name", exact=True).press_sequentially("Fjord meetup")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Start it now").click()
    wait_until_synced(page)
    server.stop()
    page.get_by_role("navigation").get_by_role("link", name="Quick note").click()
    take_note(page, who="Ana", problem="Drowning in audits")
    page.get_by_role("link", name="Done", exact=True).click()

    page.get_by_role("button", name="End it").click()

    expect(page.get_by_text("1 of 1 not yet on the server")).to_be_visible()
    server.start()
    page.get_by_role("button", name="Sync now").click()
    expect(page.get_by_text("The one card is safe on the server")).to_be_visible()


def test_the_events_are_walked_by_keys_alone(ada):
    page = ada.laptop.open("/events")
    expect(page.get_by_role("heading", name="No event yet")).to_be_visible()
    page.keyboard.press("n")
    page.get_by_role("link", name="Write it by hand").press("Enter")
    page.keyboard.type("Fjord fair")
    page.keyboard.press("Enter")

    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Choose an event")).to_be_visible()
    expect(page.get_by_role("link", name="Fjord fair")).to_be_visible()
    page.keyboard.press("j")

    expect(page.get_by_role("heading", level=1, name="Fjord fair")).to_be_visible()


def ana_is_known(page: Page) -> None:
    """Let Ana Sol be somebody known, and come back to the event."""
    expect(page.get_by_role("heading", name="Fjord fair")).to_be_visible()
    event = page.url
    page.get_by_role("navigation").get_by_role("link", name="Quick note").click()
    take_note(page, who="Ana Sol", problem="Drowning in audits")
    page.get_by_role("link", name="Done", exact=True).click()
    page.goto(event)
