"""The steps that people take in Earshot, by the words on its screens."""

import re

from playwright.sync_api import Error, Locator, Page, expect

from tests.e2e.device import Device
from tests.e2e.stored import IS_ALL_SENT
from tests.e2e.waiting import wait_until

# Two quick thumbs manage some 25 keys a second.
BETWEEN_KEYS_MS = 40
ARE_LATER_FILES_KEPT = """
async () => {
  const read = async (name) => (await caches.open(name)).keys();
  const lists = await Promise.all((await caches.keys()).map(read));
  const kept = lists.flat().map(({ url }) => url);
  const wanted = [/dates-.+js$/, /desk-.+js$/, /desk-.+css$/];
  return wanted.every((file) => kept.some((url) => file.test(url)));
}
"""
ALL_SAFE = "Everything is synced"
# The second word is that of the app 0.1.0.
IS_SAVED = re.compile("^(Saved|Kept) on this device$")


def take_note(page: Page, **typed: str) -> None:
    """Type into the open card, key by key, until it is stored: who, problem, promise, notes."""
    labels = {"who": "Who", "problem": "Their problem", "promise": "What I promised"}
    for field, words in typed.items():
        label = labels.get(field, field.capitalize())
        page.get_by_label(label, exact=True).press_sequentially(words, delay=BETWEEN_KEYS_MS)
    expect(page.locator("#kept[aria-busy=true]")).to_have_count(0)


def sign_up(device: Device, email: str, password: str) -> Page:
    """Make an account on this device and wait until it is signed in."""
    page = device.open("/sign-in")
    first = page.get_by_role("heading", name="Create the first account")
    further = page.get_by_role("button", name="Create an account")
    expect(first.or_(further)).to_be_visible()
    if further.is_visible():
        further.click()
    return _enter(page, email, password, "Create the account")


def sign_in(device: Device, email: str, password: str) -> Page:
    """Sign in on this device and wait until it is signed in."""
    return _enter(device.open("/sign-in"), email, password, "Sign in")


def wait_until_kept(page: Page) -> None:
    """Return when the device holds the open card to the last key."""
    expect(page.locator("#kept[aria-busy=false]")).to_have_text(IS_SAVED)


def wait_until_synced(page: Page) -> None:
    """Return when the mark at the top says that nothing waits, and nothing does."""
    expect(page.get_by_role("button", name=re.compile(ALL_SAFE))).to_be_visible()
    wait_for_page(page, IS_ALL_SENT)


def edit(page: Page, field: str, words: str) -> None:
    """Edit a field where it stands, leave it, and see what is kept of it."""
    page.get_by_role("button", name=f"Edit {field}").first.click()
    page.get_by_role("textbox", name=field, exact=True).fill(words)
    page.keyboard.press("Control+Enter")
    place = page.locator("[data-field]", has=page.get_by_role("button", name=f"Edit {field}"))
    expect(place.filter(has_text=words).first).to_be_visible()


def person_row(page: Page, name: str) -> Locator:
    """Return the rows of the list of people that bear this name, as words of their own."""
    whole = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    return page.get_by_role("main").get_by_role("link", name=whole)


def wait_until_installed(page: Page) -> None:
    """Return when the app is kept on the device, so that it starts without a network."""
    wait_for_page(page, "() => navigator.serviceWorker.controller !== null")


def wait_until_kept_whole(page: Page) -> None:
    """Return when the device also keeps the desk's screens and the reader of dates."""
    wait_until_installed(page)
    wait_for_page(page, ARE_LATER_FILES_KEPT)


def wait_for_page(page: Page, question: str) -> None:
    """Return when a page says yes, which it may be asked while it is being loaded anew."""

    def says_yes() -> bool:
        try:
            return bool(page.evaluate(question))
        except Error:
            return False

    wait_until(says_yes, question)


def _enter(page: Page, email: str, password: str, button: str) -> Page:
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_label("E-mail")).to_have_count(0)
    expect(page.get_by_text(email)).to_be_visible()
    return page
