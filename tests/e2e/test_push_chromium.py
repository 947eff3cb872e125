"""Reminders in Chromium: its own subscription, its own decryption, and taps on what it shows."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Playwright, expect

from tests.cast import PASSWORD
from tests.e2e.browsers.begin_at import begin_at
from tests.e2e.browsers.chromium_settings import let_notify
from tests.e2e.browsers.promised import Promised, promise
from tests.e2e.browsers.stage import Stage, stage
from tests.e2e.device import PHONE, Device
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.waiting import wait_until
from tests.e2e.walking import sign_up, take_note, wait_until_installed, wait_until_synced
from tests.push_service.chromium_side import ChromiumSide, chromium_side
from tests.push_service.detour import Detour

ADA = "ada@earshot.test"
DUE = "A promise is due"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("chromium"), migrated_file, Detour) as world:
        yield world


@pytest.fixture(scope="module")
def push_side(world: Stage) -> Iterator[ChromiumSide]:
    with chromium_side(world.service) as side:
        yield side


@pytest.fixture(scope="module")
def reminded(playwright: Playwright, world: Stage, push_side: ChromiumSide) -> Iterator[Device]:
    """Ada's phone: signed in, and asked on Now to remind her."""
    phone = device(playwright, world, "phone")
    phone.arguments += push_side.switches
    wait_until_installed(sign_up(phone, ADA, PASSWORD))
    phone.context.add_init_script(f"({begin_at(world.server.clock.now)})()")
    promise_offline(world, phone, whom="Ana Sol")
    page = phone.page
    page.get_by_role("button", name="Remind me").click()
    expect(page.get_by_text("Shall this device remind you")).to_have_count(0)
    wait_until_synced(page)
    yield phone
    phone.close()


@pytest.fixture
def phone(world: Stage, reminded: Device) -> Device:
    """Ada's phone on another Tuesday, with one tab open."""
    world.server.begin_week()
    world.desktop.clear()
    reminded.context.add_init_script(f"({begin_at(world.server.clock.now)})()")
    for tab in reminded.context.pages[1:]:
        tab.close()
    expect(reminded.open("/account").get_by_text("This device reminds you")).to_be_visible()
    return reminded


@pytest.fixture
def promised(world: Stage, phone: Device) -> Iterator[Promised]:
    """Promised on the laptop for Friday, and known on the phone."""
    with httpx.Client(base_url=world.server.address) as client:
        laptop = Elsewhere(client)
        laptop.sign("in", ADA, PASSWORD)
        promised = promise(laptop, world.server.friday())
        page = phone.open(f"/follow-ups/{promised.id}")
        expect(page.get_by_text("Send deck").last).to_be_visible()
        yield promised


def test_a_promise_noted_offline_is_announced_on_its_day_and_a_tap_opens_it(world, phone):
    promise_offline(world, phone, whom="Li Wen")

    world.server.remind_on_friday()
    shown = world.desktop.wait_for(DUE)
    world.desktop.click(shown)

    assert shown.body.endswith("LW")
    assert set(shown.buttons) >= {"Done", "Tomorrow"}
    assert [one.title for one in world.desktop.shown].count(DUE) == 1
    phone.page.wait_for_url(re.compile("/follow-ups/"))
    expect(phone.page.get_by_text("Send deck").last).to_be_visible()
    assert len(phone.context.pages) == 1


def test_with_no_page_open_and_no_server_a_tap_opens_the_promise(world, phone, promised):
    phone.page.goto("about:blank")
    world.server.remind_on_friday()
    shown = world.desktop.wait_for(DUE)
    world.server.stop()

    with phone.context.expect_page() as opened:
        world.desktop.click(shown)

    expect(opened.value.get_by_text("Send deck").last).to_be_visible()
    assert opened.value.url.endswith(f"/follow-ups/{promised.id}")


def test_done_on_the_notification_needs_no_page_and_no_server(world, phone, promised):
    phone.page.goto("about:blank")
    world.server.remind_on_friday()
    shown = world.desktop.wait_for(DUE)
    world.server.stop()

    world.desktop.click(shown, "Done")
    wait_until(lambda: not shown.is_open, "the notification to go")
    world.server.start()
    phone.open("/follow-ups")

    wait_until(lambda: promised.listen().done_at, "the promise to be kept")
    assert len(phone.context.pages) == 1


def test_what_waited_comes_after_a_restart_with_no_page_open(world, push_side, phone, promised):
    before = [one.endpoint for one in world.server.subscriptions()]
    phone.close()
    wait_until(lambda: not push_side.count_here, "Chromium to be gone")
    world.server.remind_on_friday()

    assert phone.page.url == "about:blank"
    world.desktop.wait_for(DUE)
    expect(phone.open("/account").get_by_text("This device reminds you")).to_be_visible()

    assert [one.endpoint for one in world.server.subscriptions()] == before


def test_a_subscription_that_ended_is_forgotten_and_made_again_at_a_start(world, phone, promised):
    mine = "navigator.serviceWorker.ready.then((r) => r.pushManager.getSubscription())"
    phone.page.evaluate(f"{mine}.then((subscription) => subscription.unsubscribe())")
    wait_until(world.service.have_all_ended, "Chromium to say so")
    world.server.remind_on_friday()
    assert world.service.attempts[-1].status == 410
    assert world.server.subscriptions() == []

    phone.open("/")
    wait_until(world.server.subscriptions, "a new subscription")

    world.server.remind()
    world.desktop.wait_for(DUE)


def test_whatever_is_pushed_is_shown_in_our_words(world, phone):
    for words, title in [(b"", "Earshot"), (b"{", "Earshot"), (b'{"title": "New"}', "New")]:
        world.push(words)
        world.desktop.dismiss(world.desktop.wait_for(title))

    assert not any("background" in one.body for one in world.desktop.shown)


def test_a_browser_whose_push_service_never_answers_says_so(playwright, world, phone):
    tablet = device(playwright, world, "tablet")
    page = tablet.open("/sign-in")
    page.get_by_label("E-mail").fill(ADA)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    wait_until_synced(page)
    page.clock.install()
    page.goto(f"{tablet.address}/account")

    page.get_by_role("button", name="Remind me on this device").click()
    expect(page.get_by_role("button", name="Asking the browser…")).to_be_visible()
    wait_until(lambda: page.clock.fast_forward("00:16") or has_said_so(page), "the word")

    tablet.close()


def device(playwright: Playwright, world: Stage, name: str) -> Device:
    """Give a Chromium that may notify, on the stage's desktop."""
    profile = world.folder / name
    let_notify(profile, world.server.address)
    made = Device(playwright, profile, {**PHONE, "env": {**os.environ, **world.environment}})
    made.address = world.server.address
    return made


def promise_offline(world: Stage, phone: Device, whom: str) -> None:
    world.server.stop()
    page = phone.open("/note")
    take_note(page, who=f"{whom}: drowning in audits. Send deck Friday")
    expect(page.get_by_role("button", name="1 promise, 1 problem not yet synced")).to_be_visible()
    page.get_by_role("link", name="Done").click()
    world.server.start()
    wait_until_synced(phone.open("/"))


def has_said_so(page) -> bool:
    return page.get_by_text("push service did not answer").is_visible()
