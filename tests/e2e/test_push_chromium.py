"""Reminders in Chromium: its own subscription, its own decryption, and taps on what it shows."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.cast import PASSWORD
from tests.e2e.browsers.begin_at import begin_at
from tests.e2e.browsers.chromium_steps import ADA, chromium, promise_offline, signed_in
from tests.e2e.browsers.promised import Promised, promise, wait_until_known
from tests.e2e.browsers.stage import Stage, stage
from tests.e2e.device import Device
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.event_steps import now
from tests.e2e.waiting import wait_until
from tests.e2e.walking import sign_up, wait_until_kept_whole, wait_until_synced
from tests.push_service.chromium_side import ChromiumSide, chromium_side
from tests.push_service.fake_browser import FakeBrowser
from tests.push_service.running import Detour

DUE = "A promise is due"
WORDS = {"Ana", "Sol", "Send", "deck"}
MINE = "navigator.serviceWorker.ready.then((worker) => worker.pushManager.getSubscription())"


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
    phone = chromium(playwright, world)
    phone.arguments += push_side.switches
    wait_until_kept_whole(sign_up(phone, ADA, PASSWORD))
    phone.context.add_init_script(f"({begin_at(world.server.clock.now)})()")
    promise_offline(world, phone, whom="Ana Sol")
    page = now(phone.page)
    page.get_by_role("button", name="Remind me").click()
    expect(page.get_by_text("Want a reminder")).to_have_count(0)
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
        wait_until_known(phone.open(f"/follow-ups/{promised.id}"), promised)
        yield promised


def test_a_promise_noted_offline_is_announced_on_its_day_and_a_tap_opens_it(
    world: Stage, phone: Device
) -> None:
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


def test_with_no_page_open_and_no_server_a_tap_opens_the_promise(
    world: Stage, phone: Device, promised: Promised
) -> None:
    phone.page.goto("about:blank")
    world.server.remind_on_friday()
    shown = world.desktop.wait_for(DUE)
    world.server.stop()

    with phone.context.expect_page() as opened:
        world.desktop.click(shown)

    expect(opened.value.get_by_text("Send deck").last).to_be_visible()
    assert opened.value.url.endswith(f"/follow-ups/{promised.id}")


def test_done_on_the_notification_needs_no_page_and_no_server(
    world: Stage, phone: Device, promised: Promised
) -> None:
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


def test_what_waited_comes_after_a_restart_with_no_page_open(
    world: Stage, push_side: ChromiumSide, phone: Device, promised: Promised
) -> None:
    before = [one.endpoint for one in world.server.subscriptions()]
    phone.close()
    wait_until(lambda: not push_side.count_here, "Chromium to be gone")
    world.server.remind_on_friday()

    assert phone.page.url == "about:blank"
    wait_until(lambda: push_side.count_here, "Chromium to be back")
    world.desktop.wait_for(DUE)
    expect(phone.open("/account").get_by_text("This device reminds you")).to_be_visible()

    assert [one.endpoint for one in world.server.subscriptions()] == before


def test_a_subscription_that_ended_is_forgotten_and_made_again_at_a_start(
    world: Stage, phone: Device, promised: Promised
) -> None:
    unsubscribe(phone)
    wait_until(world.service.have_all_ended, "Chromium to say so")
    world.server.remind_on_friday()
    assert world.service.attempts[-1].status == 410
    assert world.server.subscriptions() == []

    phone.open("/")
    wait_until(world.server.subscriptions, "a new subscription")

    world.server.remind()
    world.desktop.wait_for(DUE)


def test_whatever_is_pushed_is_shown_in_our_words(world: Stage, phone: Device) -> None:
    for words, title in [(b"", "Earshot"), (b"{", "Earshot"), (b'{"title": "New"}', "New")]:
        assert world.shown_for(words).title == title

    assert not any("background" in one.body for one in world.desktop.shown)


def test_a_browser_whose_push_service_never_answers_says_so_and_may_be_asked_again(
    playwright: Playwright, world: Stage, phone: Device
) -> None:
    with signed_in(playwright, world) as page:
        page.clock.install()
        page.goto(f"{world.server.address}/account")
        asking = page.get_by_role("button", name="Asking the browser…")

        page.get_by_role("button", name="Remind me on this device").click()
        expect(asking).to_be_visible()
        wait_until(lambda: has_said_so_after_a_while(page), "the word")

        page.get_by_role("button", name="Remind me on this device").click()
        expect(asking).to_be_visible()


def test_a_push_service_that_the_server_does_not_call_is_named(
    playwright: Playwright, world: Stage, push_side: ChromiumSide, phone: Device
) -> None:
    with (
        world.server.calling_only("push.earshot.example"),
        signed_in(playwright, world, push_side.switches) as page,
    ):
        page.goto(f"{world.server.address}/account")

        page.get_by_role("button", name="Remind me on this device").click()

        refused = "This server doesn't support this browser's push service."
        expect(page.get_by_role("alert").filter(has_text=refused)).to_be_visible()
        expect(page.get_by_role("button", name="Remind me on this device")).to_be_enabled()


def test_reminders_that_the_browser_has_ended_are_mended_with_one_tap(
    world: Stage, phone: Device
) -> None:
    unsubscribe(phone)
    world.server.stop()
    page = phone.open("/account")
    expect(page.get_by_text("Your browser turned off notifications here")).to_be_visible()
    mend = page.get_by_role("button", name="Turn them on again")

    mend.click()
    expect(page.get_by_text("Try again when you're online")).to_be_visible()
    world.server.start()
    mend.click()

    expect(page.get_by_text("This device reminds you")).to_be_visible()
    assert page.evaluate(f"{MINE}.then(({{ endpoint }}) => endpoint)") in endpoints(world)


def test_signing_out_ends_the_reminders_and_takes_down_what_is_shown(
    playwright: Playwright, world: Stage, push_side: ChromiumSide, phone: Device, promised: Promised
) -> None:
    with signed_in(playwright, world, push_side.switches) as page:
        page.goto(f"{world.server.address}/account")
        page.get_by_role("button", name="Remind me on this device").click()
        expect(page.get_by_text("This device reminds you")).to_be_visible()
        mine = page.evaluate(f"{MINE}.then(({{ endpoint }}) => endpoint)")
        world.server.remind_on_friday()
        wait_until(lambda: len(world.desktop.titled(DUE)) == 2, "one on each device")

        page.get_by_role("button", name="Sign out", exact=True).click()

        wait_until(lambda: len(world.desktop.titled(DUE)) == 1, "one to be taken down")
        wait_until(lambda: world.service.has_ended(mine), "Chromium to end the subscription")
        assert mine not in endpoints(world)


def test_only_initials_leave_the_server(world: Stage, promised: Promised) -> None:
    laptop = promised.laptop.take_pushes(world.service)

    world.server.remind_on_friday()

    push = about(promised, laptop)
    assert not WORDS & words_of(push)
    assert "AS" in words_of(push)


def test_names_and_words_leave_the_server_where_that_was_chosen(
    world: Stage, phone: Device, promised: Promised
) -> None:
    laptop = promised.laptop.take_pushes(world.service)
    choose(phone, promised.laptop, "Names and details", is_discreet="no")

    world.server.remind_on_friday()

    push = about(promised, laptop)
    assert words_of(push) >= WORDS
    assert world.desktop.wait_for("Ana Sol").body.endswith("Send deck")
    choose(phone, promised.laptop, "Initials", is_discreet="yes")


def unsubscribe(phone: Device) -> None:
    """End the subscription behind the back of the app, which would mend it at once."""
    phone.open("/version").evaluate(f"{MINE}.then((subscription) => subscription.unsubscribe())")


def has_said_so_after_a_while(page: Page) -> bool:
    page.clock.fast_forward("00:16")
    return page.get_by_text("push service didn't answer").is_visible()


def about(promised: Promised, laptop: FakeBrowser) -> bytes:
    [push] = [one for one in laptop.read() if promised.id in one.decode()]
    return push


def endpoints(world: Stage) -> list[str]:
    return [one.endpoint for one in world.server.subscriptions()]


def words_of(push: bytes) -> set[str]:
    return set(re.findall(r"\w+", push.decode()))


def choose(phone: Device, laptop: Elsewhere, label: str, is_discreet: str) -> None:
    choice = phone.open("/account").get_by_label(label, exact=True)
    choice.click()
    expect(choice).to_be_checked()
    wait_until(lambda: is_discreet in heard_values(laptop), "the choice to reach the laptop")


def heard_values(laptop: Elsewhere) -> list[str]:
    news = laptop.round()["records"]
    return [one["body"]["value"] for one in news if one["body"].get("name") == "discreet"]
