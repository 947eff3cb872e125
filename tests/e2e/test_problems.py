"""Problems and strengths: from the card to the person's page, solved, taken back, found."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.server import Server
from tests.e2e.walking import (
    person_row,
    sign_in,
    sign_up,
    take_note,
    wait_until_kept_whole,
    wait_until_synced,
)


def test_a_problem_noted_offline_is_solved_at_the_desk_and_open_again_with_undo(
    ada: Owner, server: Server
) -> None:
    sign_up(ada.laptop, ada.email, ada.password)
    wait_until_kept_whole(sign_in(ada.phone, ada.email, ada.password))
    server.stop()
    take_note(ada.phone.open("/note"), who="Li Wen", problem="Drowning in audits")
    server.start()
    wait_until_synced(ada.phone.open("/people"))

    desk = ada.laptop.open("/people")
    person_row(desk, "Li Wen").click()
    desk.get_by_role("button", name="Solved: Drowning in audits").click()
    expect(_problems(desk).get_by_text("1 solved")).to_be_visible()
    desk.get_by_role("button", name="Undo").click()
    expect(desk.get_by_role("button", name="Solved: Drowning in audits")).to_be_visible()
    wait_until_synced(desk)

    person_row(ada.phone.page, "Li Wen").click()
    expect(_problems(ada.phone.page).get_by_text("Drowning in audits")).to_have_count(1)


def test_a_problem_emptied_on_its_card_is_gone(ada: Owner) -> None:
    page = ada.phone.open("/note")
    take_note(page, who="Li Wen", problem="Drowning in audits")
    page.get_by_label("Their problem").fill("")
    page.get_by_role("link", name="Done", exact=True).click()

    page.get_by_role("link", name="People").click()
    person_row(page, "Li Wen").click()

    expect(page.get_by_role("heading", name="What they struggle with")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Solved"))).to_have_count(0)


def test_a_problem_on_a_card_of_an_older_version_is_solved_like_any_other(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    met = elsewhere.send("person", name="Li Wen")
    elsewhere.send("conversation", person_ids=[met], problem="Drowning in audits")
    sign_in(ada.phone, ada.email, ada.password)
    page = ada.phone.open(f"/people/{met}")

    page.get_by_role("button", name="Solved: Drowning in audits").click()
    expect(_problems(page).get_by_text("1 solved")).to_be_visible()
    wait_until_synced(page)

    sign_in(ada.laptop, ada.email, ada.password)
    desk = ada.laptop.open(f"/people/{met}")
    expect(_problems(desk).get_by_text("1 solved")).to_be_visible()
    expect(desk.get_by_role("button", name="Solved: Drowning in audits")).to_have_count(0)


def test_a_deleted_problem_leaves_its_card_too_and_both_come_back_with_undo(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    met = elsewhere.send("person", name="Li Wen")
    talk = elsewhere.send("conversation", person_ids=[met], problem="Drowning in audits")
    elsewhere.send("problem", person_ids=[met], conversation_id=talk, what="Drowning in audits")
    sign_in(ada.phone, ada.email, ada.password)
    page = ada.phone.open(f"/people/{met}")
    expect(page.get_by_text("Drowning in audits")).to_have_count(2)

    page.get_by_role("button", name="Delete: Drowning in audits").click()
    expect(page.get_by_text("Drowning in audits")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_text("Drowning in audits")).to_have_count(2)


def test_a_strength_is_added_found_and_deleted_with_undo(ada: Owner, elsewhere: Elsewhere) -> None:
    met = elsewhere.send("person", name="Li Wen")
    sign_in(ada.phone, ada.email, ada.password)
    page = ada.phone.open(f"/people/{met}")
    page.get_by_label("Add what they can help with").press_sequentially("knows every notary")
    page.keyboard.press("Enter")

    page.get_by_role("button", name="Delete: knows every notary").click()
    expect(page.get_by_text("knows every notary")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("knows every notary")).to_be_visible()

    ada.phone.open("/people").get_by_role("searchbox").fill("notary")
    expect(person_row(page, "Li Wen")).to_contain_text("strength: knows every notary")


def _problems(page: Page) -> Locator:
    return page.get_by_role("region", name="What they struggle with")
