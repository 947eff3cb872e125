"""Reminders in each state that a browser can be in: named, and with the way out of it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.cast import PASSWORD
from tests.e2e.barriers import AXE, barriers
from tests.e2e.device import PHONE, Device
from tests.e2e.server import Server
from tests.e2e.walking import sign_up, wait_until_kept_whole

WITHOUT_PUSHES = "delete globalThis.PushManager;"
WITHOUT_A_SERVICE = """
PushManager.prototype.subscribe = () =>
  Promise.reject(new DOMException("Registration failed", "AbortError"));
"""
ON_AN_IPHONE = """
Object.defineProperty(navigator, "userAgent", {
  get: () => "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15",
});
addEventListener("beforeinstallprompt", (event) => event.stopImmediatePropagation());
"""


@pytest.fixture(scope="module")
def phone(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Device]:
    """Ada's phone, signed in."""
    folder = tmp_path_factory.mktemp("reminders")
    server, phone = Server(folder), Device(playwright, folder / "phone", PHONE)
    server.start()
    phone.address = server.address
    phone.context.add_init_script(AXE)
    wait_until_kept_whole(sign_up(phone, "ada@earshot.test", PASSWORD))
    yield phone
    phone.close()
    server.stop()


@pytest.fixture
def page(phone: Device) -> Iterator[Page]:
    """Another tab on it."""
    page = phone.context.new_page()
    yield page
    page.close()


def test_a_browser_without_pushes_says_what_there_is_instead(phone: Device, page: Page) -> None:
    page.add_init_script(WITHOUT_PUSHES)

    reminders = open_reminders(phone, page)

    expect(reminders).to_contain_text("This browser can't remind you while Earshot is closed")
    expect(reminders).to_contain_text("under Now and Follow-ups")
    expect(reminders.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("button", name="Create an address for my calendar")).to_be_visible()
    expect(reminders.get_by_text("What your lock screen, calendar")).to_be_visible()
    expect(reminders.get_by_label("Time of reminders")).to_have_value("08:00")
    assert barriers(page) == []


def test_an_iphone_is_told_to_put_the_app_on_its_home_screen(phone: Device, page: Page) -> None:
    page.add_init_script(WITHOUT_PUSHES + ON_AN_IPHONE)

    reminders = open_reminders(phone, page)

    expect(reminders).to_contain_text("need the app on your home screen")
    expect(reminders.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("region", name="On your home screen")).to_contain_text("tap Share")
    assert barriers(page) == []


def test_a_browser_told_not_to_notify_says_where_that_is_undone(phone: Device, page: Page) -> None:
    permit(phone, page, "denied")

    reminders = open_reminders(phone, page)

    expect(reminders).to_contain_text("Notifications from Earshot are blocked")
    expect(reminders).to_contain_text("and turn Notifications on")
    expect(reminders.get_by_role("button")).to_have_count(0)
    assert barriers(page) == []
    permit(phone, page, "prompt")
    page.wait_for_function("Notification.permission !== 'denied'")
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(reminders.get_by_role("button", name="Remind me on this device")).to_be_visible()


def test_a_question_that_was_closed_without_an_answer_can_be_asked_again(
    phone: Device, page: Page
) -> None:
    permit(phone, page, "prompt")
    reminders = open_reminders(phone, page)
    ask = reminders.get_by_role("button", name="Remind me on this device")
    assert barriers(page) == []

    ask.click()

    expect(reminders.get_by_role("alert")).to_contain_text("closed the browser's question")
    expect(ask).to_be_enabled()
    assert barriers(page) == []


def test_a_no_to_the_browsers_question_says_how_to_take_it_back(phone: Device, page: Page) -> None:
    permit(phone, page, "prompt")
    reminders = open_reminders(phone, page)
    permit(phone, page, "denied")

    reminders.get_by_role("button", name="Remind me on this device").click()

    expect(reminders).to_contain_text("Notifications from Earshot are blocked")
    expect(reminders.get_by_role("alert")).to_have_count(0)


def test_a_browser_without_a_push_service_is_named_as_such(phone: Device, page: Page) -> None:
    page.add_init_script(WITHOUT_A_SERVICE)
    permit(phone, page, "granted")
    reminders = open_reminders(phone, page)

    reminders.get_by_role("button", name="Remind me on this device").click()

    expect(reminders.get_by_role("alert")).to_contain_text("push service didn't answer")
    assert barriers(page) == []


def open_reminders(phone: Device, page: Page) -> Locator:
    """Return the section on the account screen."""
    page.goto(f"{phone.address}/account")
    reminders = page.get_by_role("region", name="Reminders")
    expect(reminders).to_be_visible()
    return reminders


def permit(phone: Device, page: Page, setting: str) -> None:
    """Choose in the browser's own settings whether Earshot may notify."""
    browser = page.context.new_cdp_session(page)
    permission = {"name": "notifications"}
    asked = {"permission": permission, "setting": setting, "origin": phone.address}
    browser.send("Browser.setPermission", asked)
