"""Reminders in Firefox: from a promise captured offline to the tap on its notification."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.cast import PASSWORD
from tests.e2e.browsers.firefox import Firefox
from tests.e2e.browsers.stage import FRIDAY_AT_EIGHT, TUESDAY, Stage, stage
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.waiting import wait_until
from tests.push_service.firefox_side import FirefoxSide, firefox_side

ADA = "ada@earshot.test"
PERMITTED_FOR_GOOD = {"permissions__default__desktop-notification": "1"}
HELD_DATABASE = """
new Promise((held) => {
  const opening = indexedDB.open("earshot", 1000);
  opening.onupgradeneeded = () => {
    const store = opening.result.createObjectStore("held");
    const hold = () => { store.get(1).onsuccess = hold; };
    hold();
    held(true);
  };
})
"""


@pytest.fixture
def world(tmp_path: Path, migrated_file: Path) -> Iterator[Stage]:
    with stage(tmp_path, migrated_file) as world:
        yield world


@pytest.fixture
def push_side(world: Stage) -> Iterator[FirefoxSide]:
    with firefox_side(world.service) as side:
        yield side


@pytest.fixture
def phone(world: Stage, push_side: FirefoxSide) -> Iterator[Firefox]:
    """Ada's phone on Tuesday: "Send deck Friday" noted offline and synced, reminders switched on."""
    phone = Firefox(world.folder / "firefox", push_side.address, world.environment)
    phone.address = world.server.address
    try:
        phone.start()
        phone.set_clock(TUESDAY)
        sign_up(phone)
        promise_offline(world, phone)
        ask_to_be_reminded(phone)
        yield phone
    finally:
        phone.close()


@pytest.fixture
def laptop(world: Stage, phone: Firefox) -> Iterator[Elsewhere]:
    with httpx.Client(base_url=world.server.address) as client:
        laptop = Elsewhere(client)
        laptop.sign("in", ADA, PASSWORD)
        yield laptop


def test_a_promise_is_announced_on_its_day_and_a_tap_opens_it(world, phone):
    phone.open("/people")

    world.server.remind_on(FRIDAY_AT_EIGHT)
    shown = world.desktop.wait_for("A promise is due")
    world.desktop.click(shown)

    assert shown.body == "AS"
    assert set(shown.buttons) >= {"Done", "Tomorrow"}
    assert [one.title for one in world.desktop.shown].count(shown.title) == 1
    phone.page.wait_until("location.pathname.startsWith('/follow-ups/')")
    phone.page.wait_for_text("Send deck")
    assert len(phone.pages()) == 1


def test_with_no_page_open_and_no_server_a_tap_opens_the_promise(world, phone):
    phone.page.go("about:blank")
    world.server.remind_on(FRIDAY_AT_EIGHT)
    shown = world.desktop.wait_for("A promise is due")
    world.server.stop()

    world.desktop.click(shown)

    wait_until(lambda: len(phone.pages()) == 2, "another tab")
    phone.pages()[1].wait_for_text("Send deck")


def test_done_on_the_notification_needs_no_page_and_no_server(world, phone, laptop):
    phone.page.go("about:blank")
    world.server.remind_on(FRIDAY_AT_EIGHT)
    shown = world.desktop.wait_for("A promise is due")
    world.server.stop()

    world.desktop.click(shown, "Done")
    wait_until(lambda: not shown.is_open, "the notification to go")
    world.server.start()
    phone.open("/follow-ups").wait_for_text("Everything is synced")

    assert follow_up(laptop)["body"]["done_at"]
    assert len(phone.pages()) == 1


def test_tomorrow_on_the_notification_moves_the_promise(world, phone, laptop):
    world.server.remind_on(FRIDAY_AT_EIGHT)
    shown = world.desktop.wait_for("A promise is due")
    before = follow_up(laptop)["seq"]

    world.desktop.click(shown, "Tomorrow")

    wait_until(lambda: (follow_up(laptop) or {"seq": before})["seq"] > before, "the new day")


def test_done_on_the_laptop_takes_the_notification_down(world, phone, laptop):
    phone.page.go("about:blank")
    world.server.remind_on(FRIDAY_AT_EIGHT)
    shown = world.desktop.wait_for("A promise is due")

    settle(laptop, follow_up(laptop))
    world.server.remind_on(FRIDAY_AT_EIGHT)

    wait_until(lambda: not shown.is_open, "the notification to go")
    wait_until(lambda: not titled(world, "Taken care of"), "its last word to go")


def test_what_waited_comes_after_a_restart_with_no_page_open(world, push_side, phone):
    phone.close()
    wait_until(lambda: not push_side.count_here, "Firefox to be gone")
    world.server.remind_on(FRIDAY_AT_EIGHT)
    before = [one.endpoint for one in world.server.subscriptions()]

    phone.start(**PERMITTED_FOR_GOOD)
    world.desktop.wait_for("A promise is due")
    phone.open("/account").wait_for_text("This device reminds you")

    assert [one.endpoint for one in world.server.subscriptions()] == before


def test_a_subscription_that_ended_is_forgotten_and_made_again_at_the_next_start(world, phone):
    subscription = "navigator.serviceWorker.ready.then((r) => r.pushManager.getSubscription())"
    phone.page.evaluate(f"{subscription}.then((s) => s.unsubscribe())")
    world.server.remind_on(FRIDAY_AT_EIGHT)
    assert world.service.attempts[-1].status == 410
    assert world.server.subscriptions() == []

    phone.open("/")

    wait_until(world.server.subscriptions, "a new subscription")
    world.server.remind_on(FRIDAY_AT_EIGHT)
    world.desktop.wait_for("A promise is due")


def test_a_permission_taken_away_is_named_and_given_again_is_healed_in_the_worker(world, phone):
    phone.permit("denied")
    phone.open("/account").wait_for_text("This browser has been told not to let Earshot notify you")
    wait_until(lambda: all(one.ended_with for one in ended(world)), "Firefox to end it")
    world.server.remind_on(FRIDAY_AT_EIGHT)
    assert world.server.subscriptions() == []

    phone.page.go("about:blank")
    phone.permit("granted")

    wait_until(world.server.subscriptions, "a new subscription")


def test_whatever_is_pushed_is_shown(world, phone):
    for words, title in {
        b"": "Earshot",
        b"{": "Earshot",
        b"[1]": "Earshot",
        json.dumps({"kind": "of_tomorrow", "title": "New here"}).encode(): "New here",
        json.dumps({"title": "Nobody", "path": "/people/0", "tag": "n"}).encode(): "Nobody",
    }.items():
        world.push(words)
        world.desktop.dismiss(world.desktop.wait_for(title))

    phone.page.evaluate(HELD_DATABASE)
    world.push(b'{"title": "Without storage"}')
    world.desktop.wait_for("Without storage")


def test_a_test_says_that_it_arrived(world, phone):
    page = phone.open("/account")

    page.press("button", "Send me a test")

    page.wait_for_text("It arrived: reminders reach this device.")
    assert titled(world, "It works")


def sign_up(phone: Firefox) -> None:
    page = phone.open("/sign-in")
    page.type("E-mail", ADA)
    page.type("Password", PASSWORD)
    page.press("button", "Create the account")
    page.wait_for_text("All safe on the server.")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def promise_offline(world: Stage, phone: Firefox) -> None:
    world.server.stop()
    page = phone.open("/note")
    page.type("Who", "Ana Sol: drowning in audits. Send deck Friday")
    page.wait_for_text("1 promise, 1 problem not yet synced")
    page.press("link", "Done")
    world.server.start()


def ask_to_be_reminded(phone: Firefox) -> None:
    phone.permit("granted")
    page = phone.open("/")
    page.press("button", "Remind me")
    page.wait_until("!document.body.innerText.includes('Shall this device')")
    page.wait_for_text("Everything is synced")


def follow_up(device: Elsewhere) -> dict | None:
    """Give the promise where there is news of it."""
    news = [one for one in device.round()["records"] if one["kind"] == "follow_up"]
    return news[-1] if news else None


def settle(device: Elsewhere, promise: dict) -> None:
    done = device.change("follow_up", promise["id"], done_at="2026-05-08T06:05:00.000Z")
    device.round({**done, "base_seq": promise["seq"]})


def titled(world: Stage, title: str) -> list:
    return [one for one in world.desktop.open() if one.title == title]


def ended(world: Stage) -> list:
    return list(world.service.subscriptions.values())
