"""Seven people in a row, by thumb, offline, on a slow phone: from the event to the last card."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.device import Owner
from tests.e2e.server import Server
from tests.e2e.stored import bodies
from tests.e2e.talking import lit
from tests.e2e.waiting import wait_until
from tests.e2e.walking import person_row, take_note, wait_until_kept_whole

SLOWER = 4
HEARD = {
    "Ana": "Ana, CTO at Fjord: drowning in audits. Send her Li's number by Friday",
    "Bo": "Bo: cannot find a notary. Call him tomorrow",
    "Kim": "Kim, baker: the oven broke. Send the repair shop next week",
    "Li": "Li: nobody reads the reports",
    "Maria": "Maria, founder of Kelp: first hires leave",
    "Noor": "Noor: visa still pending. Introduce her to Ana on Monday",
    "Tove": "Tove: grants take months",
}
# What happens after each tap, in the order in which it happens.
WATCH = """
window.order = [];
const note = (what) => {
  const since = window.order.at(-1);
  if (since && !since.includes(what)) since.push(what);
};
addEventListener("click", ({ target }) => {
  window.order.push([target.textContent.trim()]);
  requestAnimationFrame(() => note("next frame"));
}, { capture: true });
addEventListener("focusin", ({ target }) => target.id === "who" && note("field in hand"));
new BroadcastChannel("earshot").onmessage = ({ data }) =>
  data.includes("prompt_use") && note("use kept");
new MutationObserver(() => document.querySelector(".listen_prompt")?.textContent && note("prompt"))
  .observe(document, { childList: true, subtree: true, characterData: true });
"""


class Thumb:
    """A thumb whose taps are counted."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, target: Locator) -> None:
        target.tap()
        self.taps += 1


@pytest.fixture
def thumb() -> Thumb:
    return Thumb()


@pytest.fixture
def at_the_fair(ada: Owner, server: Server) -> Page:
    """Ada's phone without network and four times slower, at an event that she started by hand."""
    wait_until_kept_whole(ada.phone.open("/"))
    server.stop()
    page = ada.phone.page
    page.add_init_script(WATCH)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    ada.phone.open("/events/new")
    page.get_by_role("link", name="Enter it by hand").tap()
    expect(page.get_by_role("textbox", name="name", exact=True)).to_be_focused()
    page.keyboard.type("Fjord fair", delay=40)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Start now").tap()
    page.get_by_role("link", name="Now", exact=True).tap()
    expect(page.get_by_role("link", name="Listen", exact=True)).to_be_visible()
    return page


def test_each_of_seven_people_takes_two_taps_beside_the_typing(
    at_the_fair: Page, thumb: Thumb
) -> None:
    at_the_fair.get_by_role("link", name="Listen", exact=True).tap()
    for line in HEARD.values():
        before = thumb.taps
        _walk_away(at_the_fair, thumb)
        take_note(at_the_fair, who=line)
        thumb.tap(at_the_fair.get_by_role("link", name="Next conversation"))
        assert thumb.taps - before <= 2

    expect(at_the_fair.locator(".listen_prompt")).not_to_be_empty()
    with lit(at_the_fair):
        at_the_fair.get_by_role("link", name="Leave without a note").tap()
    at_the_fair.get_by_role("link", name="People", exact=True).tap()

    for name in HEARD:
        expect(person_row(at_the_fair, name).first).to_be_visible()
    [event] = {card["event_id"] for card in bodies(at_the_fair, "conversation")}
    wait_until(lambda: len(bodies(at_the_fair, "prompt_use")) == 8, "each prompt to be counted")
    assert {use["event_id"] for use in bodies(at_the_fair, "prompt_use")} == {event}


def test_a_full_card_takes_five_taps_at_most(at_the_fair: Page, thumb: Thumb) -> None:
    at_the_fair.get_by_role("link", name="Listen", exact=True).tap()
    _walk_away(at_the_fair, thumb)
    take_note(at_the_fair, who="Ana")
    for field, words in (("Their problem", "Audits"), ("What I promised", "Send Li's number")):
        thumb.tap(at_the_fair.get_by_label(field, exact=True))
        expect(at_the_fair.get_by_label(field, exact=True)).to_be_focused()
        at_the_fair.keyboard.type(words, delay=40)
    thumb.tap(at_the_fair.get_by_text("Tomorrow"))
    thumb.tap(at_the_fair.get_by_text("Probably"))

    wait_until(lambda: is_full(*bodies(at_the_fair, "conversation")), "all of it to be kept")
    assert [owed["what"] for owed in bodies(at_the_fair, "follow_up")] == ["Send Li's number"]
    assert thumb.taps <= 5


def test_the_prompt_waits_for_nothing_and_the_keyboard_comes_with_the_tap(
    at_the_fair: Page, thumb: Thumb
) -> None:
    at_the_fair.get_by_role("link", name="Listen", exact=True).tap()
    wait_until(lambda: "use kept" in _since_the_tap(at_the_fair), "the use to be kept")
    _walk_away(at_the_fair, thumb)
    wait_until(lambda: "next frame" in _since_the_tap(at_the_fair), "the frame after the tap")

    talk, walked = at_the_fair.evaluate("window.order.slice(-2)")

    assert talk[0] == "Listen"
    assert talk.index("prompt") < talk.index("use kept")
    assert walked[0] == "Walk away"
    assert walked.index("field in hand") < walked.index("next frame")


def test_a_talk_with_nobodys_name_and_notes_to_a_talk_later(
    at_the_fair: Page, thumb: Thumb
) -> None:
    at_the_fair.get_by_role("link", name="Listen", exact=True).tap()
    _walk_away(at_the_fair, thumb)
    at_the_fair.get_by_label("Their problem").tap()
    expect(at_the_fair.get_by_label("Their problem")).to_be_focused()
    at_the_fair.keyboard.type("Grants take months", delay=40)
    thumb.tap(at_the_fair.get_by_role("link", name="Next conversation"))
    with lit(at_the_fair):
        thumb.tap(at_the_fair.get_by_role("link", name="Leave without a note"))

    at_the_fair.get_by_role("link", name="Fjord fair").tap()
    at_the_fair.get_by_role("link", name=re.compile("Grants take months")).tap()
    at_the_fair.get_by_role("button", name="Add notes").tap()
    expect(at_the_fair.get_by_role("textbox", name="notes", exact=True)).to_be_focused()
    at_the_fair.keyboard.type("Laughs a lot", delay=40)
    at_the_fair.keyboard.press("Control+Enter")

    wait_until(lambda: bodies(at_the_fair, "conversation")[0].get("notes"), "the later note")
    [card] = bodies(at_the_fair, "conversation")
    assert card["problem"] == "Grants take months"


def is_full(card: dict[str, Any]) -> bool:
    """Ask whether everything that a card asks for stands on it."""
    asked = ("who", "problem", "promise", "promise_due_on", "forecast", "event_id")
    return all(card.get(field) for field in asked)


def _since_the_tap(page: Page) -> list[str]:
    """Return the last tap, and what has happened after it."""
    order: list[str] = page.evaluate("window.order.at(-1)")
    return order


def _walk_away(page: Page, thumb: Thumb) -> None:
    expect(page.locator(".listen_prompt")).not_to_be_empty()
    thumb.tap(page.get_by_role("button", name="Walk away"))
    expect(page.get_by_label("Who", exact=True)).to_be_focused()
