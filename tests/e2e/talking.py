"""The steps of a talk, whose screen goes calm after three seconds without a touch."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

from tests.e2e.device import Device

SWIPE = """
(prompt) => {
  const touch = (type, clientX) => prompt.dispatchEvent(new PointerEvent(type, {
    bubbles: true, isPrimary: true, pointerType: "touch", clientX, clientY: 300,
  }));
  touch("pointerdown", 300);
  touch("pointermove", 200);
  touch("pointerup", 150);
}
"""


def open_talk(device: Device, path: str) -> Page:
    """Begin a talk, and see its prompt."""
    page = device.open(path)
    expect(prompt_of(page)).to_have_text(re.compile(r"\w"))
    return page


def prompt_of(page: Page) -> Locator:
    """Return the place of the prompt."""
    return page.locator(".listen_prompt")


@contextmanager
def lit(talk: Page) -> Iterator[None]:
    """Bring the controls back whenever the screen goes calm before somebody slow is done."""
    calm = talk.get_by_role("button", name="Show controls")
    talk.add_locator_handler(calm, lambda button: button.dispatch_event("click"))
    yield
    talk.remove_locator_handler(calm)


def swipe(talk: Page) -> None:
    """Wipe the prompt away with a finger."""
    prompt_of(talk).evaluate(SWIPE)


def walk_away(talk: Page) -> None:
    """End the talk, with its card ready to type on."""
    talk.get_by_role("button", name="Walk away").tap()
    expect(talk.get_by_label("Who", exact=True)).to_be_focused()
