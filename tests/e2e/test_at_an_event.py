"""At an event: one goal, five people at most, the half-time, and the receipt afterwards."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.device import Owner
from tests.e2e.event_steps import BEGIN, at, fair, fill, leave, now, take_in_calendar, want
from tests.e2e.server import Server
from tests.e2e.walking import (
    sign_up,
    take_note,
    wait_until_kept,
    wait_until_kept_whole,
    wait_until_synced,
)

# The app may have synced by itself a moment before.
TAP_IF_STILL_THERE = """
(name) => [...document.querySelectorAll("button")].find((one) => one.textContent === name)?.click()
"""


@pytest.fixture
def evening_before(ada: Owner) -> Page:
    """The phone of somebody without an account, the evening before an event."""
    page = ada.phone.open("/events")
    return at(page, BEGIN - timedelta(days=1))


def goal_of(page: Page) -> Locator:
    """Return the place where the goal of the event in view stands."""
    return page.get_by_role("region", name="One goal").locator("[data-field=goal]")


def test_a_second_goal_is_refused_with_the_reason_and_not_lost(evening_before: Page) -> None:
    page = evening_before
    take_in_calendar(page, fair())
    fill(page, "one goal", "Find two pilots. Meet an investor")

    expect(page.get_by_text("One goal per event.")).to_be_visible()
    expect(page.get_by_text("Meet an investor")).to_be_visible()
    expect(goal_of(page)).to_have_text("Find two pilots.")

    page.get_by_role("button", name="Edit one goal").click()
    page.get_by_label("one goal", exact=True).fill("Find two pilots and also a designer")
    page.keyboard.press("Enter")
    expect(goal_of(page)).to_have_text("Find two pilots")
    expect(page.get_by_text("and also a designer")).to_be_visible()

    page.get_by_role("button", name="Make this the goal").click()
    expect(goal_of(page)).to_have_text("Meet an investor")


def test_a_sixth_target_is_refused_with_the_reason(evening_before: Page) -> None:
    page = evening_before
    take_in_calendar(page, fair())
    for who in ("Ana", "Li", "Bo", "A CTO", "Somebody from Oslo"):
        want(page, who)

    page.get_by_role("button", name="Add someone to meet").click()

    expect(page.get_by_role("alert")).to_contain_text("Five is the limit")
    page.get_by_role("button", name="Take Bo off the list").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Met: Bo")).to_be_visible()


def test_a_note_at_the_event_meets_its_target_and_ends_the_hint(evening_before: Page) -> None:
    page = evening_before
    take_in_calendar(page, fair())
    ana_is_known(page)
    page.get_by_role("button", name="Add someone to meet").click()
    page.get_by_role("button", name="Ana Sol").click()
    expect(page.get_by_role("button", name="Met: Ana Sol")).to_be_visible()
    at(now(page), BEGIN + timedelta(hours=2))
    expect(page.get_by_text("Half-time. You wanted to meet Ana Sol")).to_be_visible()

    page.get_by_role("link", name="Quick note").first.click()
    page.get_by_label("Who", exact=True).press_sequentially("Ana Sol")
    page.get_by_role("option", name=re.compile("Ana Sol")).click()
    page.get_by_role("link", name="Done", exact=True).click()

    expect(page.get_by_text("You met everyone on your list.")).to_be_visible()
    expect(page.get_by_text("Half-time")).to_have_count(0)


def test_of_two_events_at_once_the_one_tapped_is_on(evening_before: Page) -> None:
    page = evening_before
    take_in_calendar(page, fair(), fair(uid="dinner", name="Dinner"))
    for name in ("Fjord fair", "Dinner"):
        page.get_by_role("checkbox", name=re.compile(name)).click()
    page.get_by_role("button", name="Add 2").click()
    expect(page.get_by_role("link", name="Dinner")).to_be_visible()
    at(now(page), BEGIN + timedelta(minutes=5))

    other = page.get_by_role("group", name=re.compile("Also on")).get_by_role("button")
    name = other.inner_text()
    other.click()

    expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_an_event_may_go_without_a_goal_when_it_is_said(evening_before: Page) -> None:
    page = evening_before
    take_in_calendar(page, fair())
    at(now(page), BEGIN)

    page.get_by_role("button", name="No goal, just curious").click()

    expect(page.get_by_text("No goal, just curious.").first).to_be_visible()
    expect(page.get_by_role("button", name="Add one goal")).to_have_count(0)


def test_thirty_seconds_of_preparation_end_with_a_sentence_said_aloud(evening_before: Page) -> None:
    page = evening_before
    take_in_calendar(page, fair())
    at(now(page), BEGIN - timedelta(hours=5))
    page.get_by_role("link", name="Prepare in 30 seconds").click()

    fill(page, "one goal", "Hire a designer")
    fill(page, "what I listen for", "hiring")
    fill(page, "what I do then", "ask what they tried")
    for who in ("A designer", "Ana", "Li"):
        want(page, who)
    question = page.get_by_role("radio", name="Which role is hardest to fill?")
    question.click()
    expect(question).to_be_checked()

    aloud = page.get_by_text(
        "Hire a designer. I'm looking for A designer, Ana, Li. My first question: “Which role is"
    )
    expect(aloud).to_be_visible()
    page.get_by_role("button", name="I said it out loud").click()
    expect(page.get_by_role("link", name="Prepared · review")).to_be_visible()

    at(now(page), BEGIN)

    expect(page.get_by_text("My first question: “Which role is hardest to fill?”")).to_be_visible()


def test_after_the_event_the_receipt_says_what_is_safe(ada: Owner, server: Server) -> None:
    sign_up(ada.phone, ada.email, ada.password)
    page = ada.phone.open("/events/new")
    wait_until_kept_whole(page)
    page.get_by_role("link", name="Enter it by hand").click()
    page.get_by_label("name", exact=True).press_sequentially("Fjord meetup")
    leave(page, "name")
    page.get_by_role("button", name="Start now").click()
    expect(page.get_by_role("button", name="End event")).to_be_visible()
    wait_until_synced(page)
    server.stop()
    page.get_by_role("navigation").get_by_role("link", name="Quick note").click()
    take_note(page, who="Ana", problem="Drowning in audits")
    page.get_by_role("link", name="Done", exact=True).click()

    page.get_by_role("button", name="End event").click()

    expect(page.get_by_text("Your note is not synced yet")).to_be_visible()
    expect(page.get_by_role("button", name="Sync now")).to_be_visible()
    server.start()
    page.evaluate(TAP_IF_STILL_THERE, "Sync now")
    expect(page.get_by_text("Your note is synced")).to_be_visible()


def ana_is_known(page: Page) -> None:
    """Make Ana Sol a known person, and come back to the event."""
    expect(page.get_by_role("heading", name="Fjord fair")).to_be_visible()
    event = page.url
    page.get_by_role("navigation").get_by_role("link", name="Quick note").click()
    take_note(page, who="Ana Sol", problem="Drowning in audits")
    wait_until_kept(page)
    page.get_by_role("link", name="Done", exact=True).click()
    page.goto(event)
