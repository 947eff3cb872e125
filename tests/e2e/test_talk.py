"""Talk: one prompt, then a calm screen, then the card; offline, by thumb and by keyboard."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.server import Server
from tests.e2e.stored import bodies
from tests.e2e.talking import lit, open_talk, prompt_of, swipe, walk_away
from tests.e2e.waiting import wait_until
from tests.e2e.walking import (
    sign_in,
    take_note,
    wait_for_page,
    wait_until_kept,
    wait_until_kept_whole,
    wait_until_synced,
)

WATCH_WAKE_LOCK = """
window.wakes = [];
const request = WakeLock.prototype.request;
WakeLock.prototype.request = async function (type) {
  const lock = await request.call(this, type);
  window.wakes.push("held");
  lock.addEventListener("release", () => window.wakes.push("released"));
  return lock;
};
"""
LIGHTNESS = """
() => getComputedStyle(document.querySelector(".listen")).backgroundColor
  .match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765
"""
# Lit and read in one go, for it may go calm between two questions.
LIGHTNESS_WHEN_LIT = f"""
async () => {{
  document.querySelector(".listen.calm .skip")?.click();
  await new Promise(requestAnimationFrame);
  return ({LIGHTNESS})();
}}
"""
WATCH_FOR_LIGHT = """
() => new MutationObserver(() => window.wasLit ||= !document.querySelector(".listen.calm"))
  .observe(document.querySelector(".listen"), { attributes: true })
"""


@pytest.fixture
def fair(elsewhere: Elsewhere) -> str:
    """An event that is on, where Ada wants to meet somebody who hires."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    fair = elsewhere.send("event", name="Fjord fair", goal="Find two pilots", started_at=now)
    elsewhere.send(
        "target", event_id=fair, who="somebody who hires", question="Whom did you hire last?"
    )
    return fair


@pytest.fixture
def known(elsewhere: Elsewhere) -> None:
    """Ada knows Ana, of whom something was left open, and Bo."""
    told = {"captured_at": "2026-05-04T18:30:00.000Z", "problem": "Drowning in audits"}
    for name, notes in (("Ana Sol", "Did the visa come through?"), ("Bo Lund", "")):
        person = elsewhere.send("person", name=name)
        elsewhere.send("conversation", person_ids=[person], notes=notes, **told)


@pytest.fixture
def mara(elsewhere: Elsewhere, fair: str) -> None:
    """Mara, whom Ada wants to meet at the fair, is known by her name only."""
    elsewhere.send("target", event_id=fair, who="Mara Lind")


@pytest.fixture
def talk(ada: Owner) -> Page:
    """A talk on a phone that knows nobody, begun from the first screen."""
    ada.phone.open("/")
    return open_talk(ada.phone, "/listen")


@pytest.fixture
def talk_at_the_fair(ada: Owner, fair: str, known: None) -> Page:
    """A talk at the fair, on a phone that knows Ana and Bo."""
    sign_in(ada.phone, ada.email, ada.password)
    wait_until_synced(ada.phone.page)
    return open_talk(ada.phone, f"/listen?event={fair}")


def test_walking_away_opens_the_card_at_its_event(talk_at_the_fair: Page, fair: str) -> None:
    talk = talk_at_the_fair
    wait_until(lambda: bodies(talk, "prompt_use"), "the use to be kept")
    walk_away(talk)

    take_note(talk, who="Kim")
    wait_until_kept(talk)
    [use] = bodies(talk, "prompt_use")
    [card] = [card for card in bodies(talk, "conversation") if card.get("who") == "Kim"]
    assert card["event_id"] == use["event_id"] == fair
    assert use["conversation_id"] in talk.url


def test_a_card_on_which_nothing_is_typed_leaves_nothing_behind(talk: Page) -> None:
    before = bodies(talk, "conversation")
    walk_away(talk)

    talk.get_by_role("link", name="Done", exact=True).tap()

    expect(talk.get_by_role("heading", name="Now", exact=True)).to_be_visible()
    assert bodies(talk, "conversation") == before


def test_leaving_by_the_way_back_keeps_only_that_the_prompt_was_shown(talk: Page) -> None:
    wait_until(lambda: bodies(talk, "prompt_use"), "the use to be kept")

    talk.go_back()

    expect(prompt_of(talk)).to_have_count(0)
    assert len(bodies(talk, "prompt_use")) == 1
    assert bodies(talk, "conversation") == []


def test_a_swipe_shows_another_prompt_twice_and_then_says_so(talk: Page) -> None:
    shown = [prompt_of(talk).inner_text()]
    for _ in range(2):
        swipe(talk)
        expect(prompt_of(talk)).not_to_have_text(shown[-1])
        shown.append(prompt_of(talk).inner_text())

    swipe(talk)

    with lit(talk):
        expect(talk.get_by_text("You can swap the prompt twice per conversation.")).to_be_visible()
    expect(prompt_of(talk)).to_have_text(shown[-1])
    assert len(set(shown)) == 3
    wait_until(lambda: len(bodies(talk, "prompt_use")) == 3, "three uses")
    assert len([use for use in bodies(talk, "prompt_use") if use.get("swiped_at")]) == 2


def test_holding_a_finger_on_the_prompt_says_why_it_was_chosen(talk: Page) -> None:
    prompt_of(talk).hover()
    talk.mouse.down()

    expect(talk.get_by_text("A first meeting: begin with an open question.")).to_be_visible()

    talk.mouse.up()
    expect(talk.get_by_role("button", name="Another")).to_be_visible()


def test_what_a_prompt_brought_counts_at_the_desk(ada: Owner, talk_at_the_fair: Page) -> None:
    walk_away(talk_at_the_fair)
    take_note(talk_at_the_fair, who="Kim", problem="Grants take months")
    talk_at_the_fair.get_by_role("link", name="Done", exact=True).tap()
    wait_until_synced(talk_at_the_fair)

    sign_in(ada.laptop, ada.email, ada.password)
    desk = ada.laptop.open("/prompts")

    expect(desk.get_by_text("After 8 conversations you'll see this (1 so far)")).to_be_visible()


def test_the_screen_goes_calm_and_dark_by_itself_and_shows_nobody(talk_at_the_fair: Page) -> None:
    talk = talk_at_the_fair
    talk.emulate_media(color_scheme="light")
    with lit(talk):
        expect(talk.get_by_role("button", name="Ana Sol")).to_be_visible()
    wait_until(lambda: talk.evaluate(LIGHTNESS_WHEN_LIT) > 0.8, "light")

    expect(talk.locator(".listen.calm")).to_be_visible()

    assert talk.evaluate(LIGHTNESS) < 0.2
    seen = talk.locator("body").inner_text()
    assert [what for what in ("Ana", "Bo", "synced", "hires") if what in seen] == []
    expect(talk.locator("input:visible, textarea:visible, nav:visible")).to_have_count(0)
    wait_for_page(talk, "document.getAnimations().length === 0")


def test_a_tap_makes_the_screen_calm_and_the_next_one_brings_it_back(talk: Page) -> None:
    prompt_of(talk).tap()
    expect(talk.locator(".listen.calm")).to_be_visible()
    talk.evaluate(WATCH_FOR_LIGHT)

    prompt_of(talk).tap()

    wait_for_page(talk, "window.wasLit")


def test_whom_one_talks_to_is_one_tap_and_brings_what_was_left_open(talk_at_the_fair: Page) -> None:
    talk = talk_at_the_fair
    with lit(talk):
        talk.get_by_role("button", name="Ana Sol").tap()
        expect(prompt_of(talk)).to_have_text("Did the visa come through?")
        talk.get_by_role("button", name="Why this one?").tap()
    expect(talk.get_by_text("You left this open last time.")).to_be_visible()

    walk_away(talk)

    expect(talk.get_by_role("button", name="Remove Ana Sol")).to_be_visible()


def test_several_people_in_one_talk_all_stand_on_its_card(talk_at_the_fair: Page) -> None:
    talk = talk_at_the_fair
    with lit(talk):
        talk.get_by_role("button", name="Ana Sol").tap()
        talk.get_by_role("button", name="Someone else").tap()
        talk.get_by_label("Find a person").press_sequentially("lund")
        expect(talk.get_by_text("1 found")).to_be_attached()
        talk.keyboard.press("Enter")
        expect(talk.get_by_role("button", name="Bo Lund", pressed=True)).to_be_visible()
    expect(talk.locator(".listen.calm")).to_be_visible()

    walk_away(talk)

    for name in ("Ana Sol", "Bo Lund"):
        expect(talk.get_by_role("button", name=f"Remove {name}")).to_be_visible()


def test_a_kind_of_person_brings_its_question_and_counts_as_met(talk_at_the_fair: Page) -> None:
    talk = talk_at_the_fair
    with lit(talk):
        talk.get_by_role("button", name="somebody who hires").tap()
    expect(prompt_of(talk)).to_have_text("Whom did you hire last?")

    talk.get_by_role("button", name="Walk away").tap()

    wait_until(lambda: bodies(talk, "target")[0].get("met_at"), "the target to be met")


def test_somebody_wanted_by_name_stands_on_the_card_though_the_page_was_lost(
    mara: None, talk_at_the_fair: Page
) -> None:
    talk = talk_at_the_fair
    with lit(talk):
        talk.get_by_role("button", name="Mara Lind").tap()
        talk.wait_for_url(re.compile("target="))
        talk.reload()
        expect(talk.get_by_role("button", name="Mara Lind", pressed=True)).to_be_visible()

    walk_away(talk)

    expect(talk.get_by_role("button", name="Remove Mara Lind")).to_be_visible()


def test_a_talk_is_held_by_keyboard_alone(talk: Page) -> None:
    first = prompt_of(talk).inner_text()

    talk.keyboard.press("ArrowRight")
    expect(prompt_of(talk)).not_to_have_text(first)
    talk.keyboard.press("?")
    expect(talk.get_by_text("A first meeting: ask what is hard for them.")).to_be_visible()
    talk.keyboard.press("Escape")
    talk.keyboard.type("Kim", delay=40)

    expect(talk.get_by_label("Who", exact=True)).to_have_value("Kim")


def test_a_talk_goes_on_after_the_phone_has_thrown_the_page_away(talk: Page) -> None:
    shown = prompt_of(talk).inner_text()
    talk.wait_for_url(re.compile("card="))
    wait_until(lambda: len(bodies(talk, "prompt_use")) == 1, "the use to be kept")

    talk.reload()

    expect(prompt_of(talk)).to_have_text(shown)
    assert len(bodies(talk, "prompt_use")) == 1


def test_the_screen_is_kept_on_only_when_asked_and_let_go_with_the_talk(talk: Page) -> None:
    talk.add_init_script(WATCH_WAKE_LOCK)
    talk.reload()
    with lit(talk):
        talk.get_by_role("button", name="Keep screen on", pressed=False).tap()
        expect(talk.get_by_role("button", name="Keep screen on", pressed=True)).to_be_visible()
    wait_until(lambda: talk.evaluate("window.wakes") == ["held"], "the lock")

    talk.get_by_role("button", name="Walk away").tap()

    wait_until(lambda: talk.evaluate("window.wakes") == ["held", "released"], "the release")


def test_a_browser_that_cannot_keep_the_screen_on_offers_nothing(talk: Page) -> None:
    talk.add_init_script("delete Navigator.prototype.wakeLock")

    talk.reload()

    with lit(talk):
        expect(talk.get_by_role("button", name="Another")).to_be_visible()
        expect(talk.get_by_role("button", name="Keep screen on")).to_have_count(0)


@pytest.mark.own_browser
def test_a_talk_needs_no_network(ada: Owner, server: Server) -> None:
    wait_until_kept_whole(ada.phone.open("/"))
    server.stop()
    ada.phone.close()

    open_talk(ada.phone, "/listen")
