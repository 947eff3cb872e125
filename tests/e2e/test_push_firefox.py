"""Reminders in Firefox: from a promise noted offline to the tap on its notification."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.cast import PASSWORD
from tests.e2e.browsers.firefox import Firefox
from tests.e2e.browsers.promised import Promised, promise, wait_until_known, wait_until_noted
from tests.e2e.browsers.stage import Stage, stage
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.waiting import wait_until
from tests.e2e.walking import ARE_LATER_FILES_KEPT
from tests.push_service.firefox_side import FirefoxSide, firefox_side

ADA = "ada@earshot.test"
DUE = "A promise is due"
# What the driver says of permissions holds until the browser is closed.
PERMITTED_FOR_GOOD = {"permissions__default__desktop-notification": "1"}
HOLD_THE_DATABASE = """
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


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("firefox"), migrated_file) as world:
        yield world


@pytest.fixture(scope="module")
def push_side(world: Stage) -> Iterator[FirefoxSide]:
    with firefox_side(world.service) as side:
        yield side


@pytest.fixture(scope="module")
def reminded(world: Stage, push_side: FirefoxSide) -> Iterator[Firefox]:
    """Ada's phone: signed in, and asked on Now to remind her."""
    phone = Firefox(world.folder / "profile", push_side.address, world.environment)
    phone.address = world.server.address
    try:
        phone.start(**PERMITTED_FOR_GOOD)
        phone.set_clock(world.server.clock.now)
        sign_up(phone)
        promise_offline(world, phone)
        say_yes_to_the_question(phone)
        yield phone
    finally:
        phone.close()


@pytest.fixture
def phone(world: Stage, reminded: Firefox) -> Firefox:
    """Ada's phone on another Tuesday, with one tab open."""
    world.server.begin_week()
    world.desktop.clear()
    reminded.permit("granted")
    reminded.set_clock(world.server.clock.now)
    for tab in reminded.pages()[1:]:
        tab.close()
    reminded.open("/account").wait_for_text("This device reminds you")
    return reminded


@pytest.fixture
def promised(world: Stage, phone: Firefox) -> Iterator[Promised]:
    """Promised on the laptop for Friday, and known on the phone."""
    with httpx.Client(base_url=world.server.address) as client:
        laptop = Elsewhere(client)
        laptop.sign("in", ADA, PASSWORD)
        promised = promise(laptop, world.server.friday())
        wait_until_known(phone.open(f"/follow-ups/{promised.id}"), promised)
        yield promised


def test_a_promise_noted_offline_is_announced_on_its_day_and_a_tap_opens_it(
    world: Stage, phone: Firefox
) -> None:
    promise_offline(world, phone, whom="Li Wen")

    world.server.remind_on_friday()
    shown = world.desktop.wait_for(DUE)
    world.desktop.click(shown)

    assert shown.body == "LW"
    assert set(shown.buttons) >= {"Done", "Tomorrow"}
    assert [one.title for one in world.desktop.shown].count(DUE) == 1
    phone.page.wait_until("location.pathname.startsWith('/follow-ups/')")
    phone.page.wait_for_text("Send deck")
    assert len(phone.pages()) == 1


def test_with_no_page_open_and_no_server_a_tap_opens_the_promise(
    world: Stage, phone: Firefox, promised: Promised
) -> None:
    phone.page.go("about:blank")
    world.server.remind_on_friday()
    shown = world.desktop.wait_for(DUE)
    world.server.stop()

    world.desktop.click(shown)

    wait_until(lambda: len(phone.pages()) == 2, "another tab")
    phone.pages()[1].wait_for_text("Send deck")
    assert phone.addresses()[1].endswith(f"/follow-ups/{promised.id}")


def test_done_on_the_notification_needs_no_page_and_no_server(
    world: Stage, phone: Firefox, promised: Promised
) -> None:
    phone.page.go("about:blank")
    world.server.remind_on_friday()
    shown = world.desktop.wait_for(DUE)
    world.server.stop()

    world.desktop.click(shown, "Done")
    wait_until(lambda: not shown.is_open, "the notification to go")
    world.server.start()
    phone.open("/follow-ups")

    wait_until(lambda: promised.listen().done_at, "the promise to be kept")
    assert len(phone.pages()) == 1


def test_tomorrow_on_the_notification_moves_the_promise(
    world: Stage, phone: Firefox, promised: Promised
) -> None:
    phone.page.go("about:blank")
    world.server.remind_on_friday()

    world.desktop.click(world.desktop.wait_for(DUE), "Tomorrow")

    before = promised.due_on
    wait_until(lambda: promised.listen().due_on != before, "another day")
    assert phone.addresses() == ["about:blank"]


def test_done_on_the_laptop_takes_the_notification_down(
    world: Stage, phone: Firefox, promised: Promised
) -> None:
    phone.page.go("about:blank")
    world.server.remind_on_friday()
    shown = world.desktop.wait_for(DUE)

    promised.finish()
    world.server.remind()

    wait_until(lambda: not shown.is_open, "the notification to go")
    wait_until(lambda: world.desktop.was_shown("Taken care of"), "its last word")
    wait_until(lambda: not world.desktop.titled("Taken care of"), "its last word to go")


def test_what_waited_comes_after_a_restart_with_no_page_open(
    world: Stage, push_side: FirefoxSide, phone: Firefox, promised: Promised
) -> None:
    before = [one.endpoint for one in world.server.subscriptions()]
    phone.close()
    wait_until(lambda: not push_side.count_here, "Firefox to be gone")
    world.server.remind_on_friday()

    phone.start(**PERMITTED_FOR_GOOD)
    wait_until(lambda: push_side.count_here, "Firefox to be back")
    world.desktop.wait_for(DUE)
    phone.open("/account").wait_for_text("This device reminds you")

    assert [one.endpoint for one in world.server.subscriptions()] == before


def test_a_subscription_that_ended_is_forgotten_and_made_again_at_a_start(
    world: Stage, phone: Firefox, promised: Promised
) -> None:
    # No page of the app, which would mend it at once.
    page = phone.open("/version")
    mine = "navigator.serviceWorker.ready.then((r) => r.pushManager.getSubscription())"
    page.evaluate(f"{mine}.then((subscription) => subscription.unsubscribe())")
    wait_until(world.service.have_all_ended, "Firefox to say so")
    world.server.remind_on_friday()
    assert world.service.attempts[-1].status == 410
    assert world.server.subscriptions() == []

    phone.open("/")
    wait_until(world.server.subscriptions, "a new subscription")

    world.server.remind()
    world.desktop.wait_for(DUE)


def test_a_permission_taken_away_is_named_and_given_again_heals_in_the_worker(
    world: Stage, phone: Firefox, promised: Promised
) -> None:
    phone.permit("denied")
    phone.open("/account").wait_for_text("Notifications from Earshot are blocked")
    wait_until(world.service.have_all_ended, "Firefox to end the subscription")
    world.server.remind_on_friday()
    assert world.server.subscriptions() == []

    phone.page.go("about:blank")
    phone.permit("granted")

    wait_until(world.server.subscriptions, "a new subscription")


def test_whatever_is_pushed_is_shown(world: Stage, phone: Firefox) -> None:
    for words, title in {
        b"": "Earshot",
        b"{": "Earshot",
        b"[1]": "Earshot",
        json.dumps({"kind": "of_tomorrow", "title": "New here"}).encode(): "New here",
        json.dumps({"title": "Deleted", "path": "/people/0", "id": 7}).encode(): "Deleted",
    }.items():
        assert world.shown_for(words).title == title

    phone.page.evaluate(HOLD_THE_DATABASE)
    world.push(b'{"title": "Without storage"}')

    world.desktop.wait_for("Without storage")
    phone.page.go("about:blank")


def test_a_test_says_that_it_arrived(world: Stage, phone: Firefox) -> None:
    phone.page.press("button", "Send me a test")

    phone.page.wait_for_text("It arrived: reminders work on this device.")
    world.desktop.wait_for("It works")


def sign_up(phone: Firefox) -> None:
    page = phone.open("/sign-in")
    page.type("E-mail", ADA)
    page.type("Password", PASSWORD)
    page.press("button", "Create the account")
    page.wait_for_text("Everything is synced.")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_until(f"({ARE_LATER_FILES_KEPT})()")


def promise_offline(world: Stage, phone: Firefox, whom: str = "Ana Sol") -> None:
    world.server.stop()
    page = phone.open("/note")
    page.type("Who", f"{whom}: drowning in audits. Send deck Friday")
    page.wait_for_text("1 promise, 1 problem waiting to sync")
    wait_until_noted(page, whom)
    page.press("link", "Done")
    world.server.start()
    phone.open("/people").wait_for_text("Everything is synced")


def say_yes_to_the_question(phone: Firefox) -> None:
    phone.permit("granted")
    page = phone.page
    page.press("link", "Now")
    page.press("button", "Remind me")
    page.wait_until("!document.body.innerText.includes('Want a reminder')")
    page.wait_for_text("Everything is synced")
