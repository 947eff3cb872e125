"""The desk: search, keys, deleting with undo, and a change that the server would not take."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.walking import (
    edit,
    person_row,
    sign_in,
    take_note,
    wait_until_kept,
    wait_until_synced,
)


@pytest.fixture
def met(ada: Owner, elsewhere: Elsewhere) -> None:
    """Ada has met Li, Ana and Bo, and her laptop shows them."""
    li = elsewhere.send("person", name="Li Wen", traits="tall, climbs")
    ana = elsewhere.send("person", name="Ana", role="CTO", organisation="Fjord")
    bo = elsewhere.send("person", name="Bo")
    for person, problem in ((li, "Drowning in audits"), (ana, "No deck"), (bo, "Needs a notary")):
        elsewhere.send("conversation", person_ids=[person], problem=problem)
    sign_in(ada.laptop, ada.email, ada.password)
    expect(person_row(ada.laptop.open("/people"), "Li Wen")).to_be_visible()


@pytest.mark.parametrize("half_remembered", ["climbs", "audit", "li wen", "wen tall", "LI"])
def test_search_finds_a_person_by_any_word_that_was_noted(
    ada: Owner, met: None, half_remembered: str
) -> None:
    desk = ada.laptop.page

    desk.get_by_role("searchbox").fill(half_remembered)

    expect(person_row(desk, "Ana")).to_have_count(0)
    expect(person_row(desk, "Li Wen")).to_be_visible()


def test_the_desk_is_worked_by_keys_alone(ada: Owner, met: None) -> None:
    desk = ada.laptop.page
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog")).to_be_visible()
    desk.keyboard.press("Escape")

    desk.keyboard.press("/")
    desk.keyboard.type("fjord")
    expect(person_row(desk, "Bo")).to_have_count(0)
    desk.keyboard.press("Escape")
    desk.keyboard.press("Escape")
    desk.keyboard.press("j")
    expect(desk.get_by_role("heading", level=1, name="Ana")).to_be_visible()
    desk.keyboard.press("j")
    expect(desk.get_by_role("heading", level=1, name="Bo")).to_be_visible()
    desk.keyboard.press("k")
    expect(desk.get_by_role("heading", level=1, name="Ana")).to_be_visible()
    expect(person_row(desk, "Ana")).to_be_focused()
    desk.keyboard.press("e")
    desk.keyboard.type("Maria")
    desk.keyboard.press("Enter")

    expect(person_row(desk, "AnaMaria")).to_be_visible()


def test_list_and_detail_stand_side_by_side_on_the_desk(ada: Owner, met: None) -> None:
    desk = ada.laptop.page

    person_row(desk, "Li Wen").click()

    expect(desk.get_by_role("heading", name="Li Wen")).to_be_visible()
    expect(person_row(desk, "Bo")).to_be_visible()


def test_a_deleted_person_comes_back_by_undo_on_every_device(ada: Owner, met: None) -> None:
    desk = ada.laptop.page
    person_row(desk, "Li Wen").click()
    desk.get_by_role("button", name="Delete Li Wen").click()
    expect(person_row(desk, "Li Wen")).to_have_count(0)

    desk.get_by_role("button", name="Undo").click()

    expect(person_row(desk, "Li Wen")).to_be_visible()
    wait_until_synced(desk)
    sign_in(ada.phone, ada.email, ada.password)
    expect(person_row(ada.phone.open("/people"), "Li Wen")).to_be_visible()


def test_a_refused_change_stays_on_its_record_until_it_is_mended(ada: Owner, met: None) -> None:
    desk = ada.laptop.page
    person_row(desk, "Li Wen").click()
    edit(desk, "name", "Li " * 100)
    expect(desk.get_by_text("The server didn't accept this change")).to_be_visible()
    expect(desk.get_by_role("heading", name=re.compile("Li Li Li"))).to_be_visible()

    desk.get_by_role("button", name="Fix it").click()
    desk.get_by_role("textbox", name="name", exact=True).fill("Li Wen")
    desk.keyboard.press("Enter")

    expect(desk.get_by_text("The server didn't accept this change")).to_have_count(0)
    wait_until_synced(desk)


def test_a_name_typed_on_the_phone_suggests_the_person_who_is_known(ada: Owner, met: None) -> None:
    sign_in(ada.phone, ada.email, ada.password)
    expect(person_row(ada.phone.open("/people"), "Li Wen")).to_be_visible()
    card = ada.phone.open("/note")

    take_note(card, who="li w")
    card.get_by_role("option", name="Li Wen").click()
    take_note(card, problem="Still in audits")
    wait_until_kept(card)

    people = ada.phone.open("/people")
    expect(person_row(people, "Li Wen")).to_have_count(1)
