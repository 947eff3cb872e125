"""Starting: what the page fetches for the screen that its path asks for."""

import re

from playwright.sync_api import expect

from tests.e2e.device import Owner

START = re.compile(r"/assets/index-[^/]+\.js$")
FIRST_SCREEN = re.compile(r"/assets/now-[^/]+\.js$")


def test_the_first_screen_does_not_wait_for_the_start(ada: Owner) -> None:
    ada.phone.context.route(START, lambda start: start.abort())

    with ada.phone.page.expect_request(FIRST_SCREEN):
        ada.phone.open("/")


def test_the_card_waits_for_no_other_screen(ada: Owner) -> None:
    ada.phone.context.route(START, lambda start: start.abort())

    ada.phone.open("/note")

    asked = [request.url for request in ada.phone.requests]
    assert any(START.search(url) for url in asked)
    assert not any(FIRST_SCREEN.search(url) for url in asked)


def test_a_first_visit_leaves_the_browser_nothing_to_complain_about(ada: Owner) -> None:
    page = ada.phone.open("/")
    expect(page.get_by_text("After a conversation")).to_be_visible()

    assert ada.phone.complaints == []


def test_an_address_of_older_versions_leads_to_where_its_screen_is_now(ada: Owner) -> None:
    page = ada.phone.open("/people")
    page.goto(f"{ada.phone.address}/talk?target=none")

    page.wait_for_url("**/listen?target=none")
    expect(page).to_have_title("Listen · Earshot")
    page.go_back()
    page.wait_for_url("**/people")
