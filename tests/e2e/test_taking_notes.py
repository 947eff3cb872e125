"""Taking notes on the phone: nothing typed is lost, without network, script or account."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.device import Owner
from tests.e2e.server import Server
from tests.e2e.stored import bodies
from tests.e2e.waiting import wait_until
from tests.e2e.walking import (
    person_row,
    sign_in,
    sign_up,
    take_note,
    wait_until_kept,
    wait_until_kept_whole,
    wait_until_synced,
)

SCRIPT = re.compile(r"/assets/.*\.js")


class Held:
    """Requests that are held back until a test lets them go, and those that follow with them."""

    def __init__(self) -> None:
        self.routes: list[Route] = []
        self.is_over = False

    def hold(self, route: Route) -> None:
        if self.is_over:
            route.continue_()
        else:
            self.routes.append(route)

    def let_go(self) -> None:
        self.is_over = True
        for route in self.routes:
            route.continue_()


def test_notes_taken_before_there_is_an_account_go_up_with_it(ada: Owner) -> None:
    take_note(ada.phone.open("/note"), who="Li Wen", problem="Drowning in audits")
    wait_until_kept(ada.phone.page)

    wait_until_synced(sign_up(ada.phone, ada.email, ada.password))
    sign_in(ada.laptop, ada.email, ada.password)

    desk = ada.laptop.open("/people")
    expect(person_row(desk, "Li Wen")).to_have_count(1)


def test_the_first_screen_asks_to_sign_in_only_where_nobody_is(ada: Owner) -> None:
    page = ada.phone.open("/")
    asked = page.get_by_role("main").get_by_role("link", name="Sign in")
    expect(asked).to_be_visible()

    sign_up(ada.phone, ada.email, ada.password)
    page.get_by_role("link", name="Go to Now").click()

    expect(page.get_by_role("heading", name="No notes yet")).to_be_visible()
    expect(asked).to_have_count(0)


def test_what_is_typed_before_the_script_runs_is_kept(ada: Owner) -> None:
    page, held = ada.phone.page, Held()
    page.route(SCRIPT, held.hold)
    with page.expect_request(SCRIPT):
        page.goto(f"{ada.phone.address}/note", wait_until="commit")
    take_note(page, who="Li Wen", problem="Drowning")
    assert held.routes, "the script is still on its way"

    held.let_go()
    take_note(page, problem=" in audits")
    wait_until_kept(page)

    page.get_by_role("link", name="Done").click()
    expect(page.get_by_text("Drowning in audits").first).to_be_visible()


@pytest.mark.own_browser
def test_a_card_left_open_is_open_again_after_the_battery_died(ada: Owner) -> None:
    page = ada.phone.open("/note")
    take_note(page, who="Tall with a blue badge", promise="Send her the deck")
    page.get_by_text("Tomorrow").click()
    wait_until(lambda: any(one["due_on"] for one in bodies(page, "follow_up")), "the day")

    ada.phone.kill()

    page = ada.phone.open("/")
    expect(page.get_by_label("What I promised")).to_have_value("Send her the deck")
    expect(page.get_by_label(re.compile("^Tomorrow"))).to_be_checked()


def test_a_shared_page_becomes_a_note_with_every_word_of_it(ada: Owner) -> None:
    shared = "title=Fjord%20hires&text=Ask%20Ana&url=https%3A%2F%2Ffjord.example%2Fjobs"

    page = ada.phone.open(f"/note?{shared}")

    notes = page.get_by_label("Notes")
    for words in ("Fjord hires", "Ask Ana", "https://fjord.example/jobs"):
        expect(notes).to_have_value(re.compile(re.escape(words)))


@pytest.mark.own_browser
def test_the_app_starts_and_keeps_notes_without_a_server(ada: Owner, server: Server) -> None:
    wait_until_kept_whole(ada.phone.open("/"))
    server.stop()
    ada.phone.close()

    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_kept(ada.phone.page)

    expect(person_row(ada.phone.open("/people"), "Li Wen")).to_have_count(1)


def test_a_new_note_offers_the_way_back_to_the_card_left_open(ada: Owner) -> None:
    take_note(ada.phone.open("/note"), who="Li Wen", problem="Drowning in audits")

    page = ada.phone.open("/note")
    expect(page.get_by_label("Their problem")).to_have_value("")
    page.get_by_role("link", name=re.compile("Continue your note")).click()

    expect(page.get_by_label("Their problem")).to_have_value("Drowning in audits")


def test_a_promise_with_a_day_is_a_follow_up_that_can_be_done_and_undone(ada: Owner) -> None:
    page = ada.phone.open("/note")
    take_note(page, who="Li Wen", promise="Send the deck")
    page.get_by_label("Pick a day").fill("2020-02-03")
    page.get_by_role("link", name="Done").click()

    page.get_by_role("button", name="Done: Send the deck").click()
    expect(page.get_by_role("button", name="Done: Send the deck")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_role("button", name="Done: Send the deck")).to_be_visible()


def test_a_follow_up_put_off_is_due_on_the_later_day(ada: Owner) -> None:
    page = ada.phone.open("/note")
    take_note(page, who="Li Wen", promise="Send the deck")
    page.get_by_label("Pick a day").fill("2020-02-03")
    page.get_by_role("link", name="Done").click()

    page.get_by_role("button", name="Later: Send the deck").click()
    page.get_by_role("button", name="Tomorrow").click()
    expect(page.get_by_role("button", name="Done: Send the deck")).to_have_count(0)

    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Done: Send the deck")).to_be_visible()
