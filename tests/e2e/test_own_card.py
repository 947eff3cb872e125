"""The own card and its code, and the cover that falls when the app is left."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.adas_code import show_code
from tests.e2e.device import Owner
from tests.e2e.walking import take_note

TITLE = "Quick note · Earshot"


def test_a_blank_card_asks_for_a_name_before_it_becomes_a_code(ada: Owner) -> None:
    page = ada.phone.open("/")

    page.get_by_role("link", name="Show my code").click()
    expect(page.get_by_role("textbox", name="name")).to_be_focused()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    page.get_by_role("main").get_by_role("link", name="Show my code").click()

    expect(page.get_by_role("img", name="QR code of Ada")).to_be_visible()


@pytest.mark.parametrize("way", ["Escape", "Back", "Close"])
def test_the_code_closes_and_leads_back_to_where_one_was(ada: Owner, way: str) -> None:
    show_code(ada.phone)
    page = ada.phone.open("/people")
    page.get_by_role("link", name="Show my code").click()
    code = page.get_by_role("dialog", name="My code")
    expect(code).to_have_css("background-color", "rgb(255, 255, 255)")

    if way == "Escape":
        page.keyboard.press("Escape")
    elif way == "Back":
        page.go_back()
    else:
        page.get_by_role("button", name="Close").click()

    expect(code).to_have_count(0)
    expect(page).to_have_url(f"{ada.phone.address}/people")


def test_what_is_left_out_of_the_code_is_not_in_it(ada: Owner, ben: Owner, tmp_path: Path) -> None:
    show_code(ada.phone)
    page = ada.phone.open("/me")
    phone = page.get_by_role("checkbox", name="Phone")
    phone.click()
    expect(phone).not_to_be_checked()
    page.get_by_role("main").get_by_role("link", name="Show my code").click()
    expect(page.get_by_role("dialog")).not_to_contain_text("7946")
    (tmp_path / "code.png").write_bytes(page.screenshot())

    page = ben.laptop.open("/scan")
    page.get_by_label("Choose a picture").set_input_files(tmp_path / "code.png")

    expect(page.get_by_text("ada@example.org")).to_be_visible()
    expect(page.get_by_text("7946")).to_have_count(0)
    expect(page.get_by_role("link", name="Call now")).to_have_count(0)


@pytest.mark.parametrize(
    "leave",
    [
        "dispatchEvent(new PageTransitionEvent('pagehide'))",
        """Object.defineProperty(document, "visibilityState", { value: "hidden" });
           document.dispatchEvent(new Event("visibilitychange"))""",
    ],
    ids=["pagehide", "hidden"],
)
def test_the_app_is_covered_when_it_is_left_and_comes_back_as_it_was(
    ada: Owner, leave: str
) -> None:
    """A browser without a screen is never hidden by anything else, so it is told that it is."""
    page = ada.phone.open("/account")
    page.get_by_role("group", name="Cover the screen").get_by_text("On", exact=True).click()
    expect(page.locator("dialog.cover")).to_have_count(1)
    page.get_by_role("link", name="Quick note").click()
    take_note(page, who="Li Wen", problem="Audits")
    expect(page).to_have_title(TITLE)

    page.evaluate(leave)
    expect(page.get_by_role("dialog", name="Earshot is covered")).to_be_visible()
    expect(page).to_have_title("Earshot")
    page.get_by_role("button", name="Tap to continue").click()

    expect(page.get_by_label("Their problem")).to_be_focused()
    expect(page.get_by_label("Who", exact=True)).to_have_value("Li Wen")
    expect(page).to_have_title(TITLE)


def test_nothing_is_covered_where_nobody_asked_for_it(ada: Owner) -> None:
    page = ada.phone.open("/note")
    take_note(page, who="Li Wen")

    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")

    expect(page.locator("dialog.cover")).to_have_count(0)
    expect(page.get_by_label("Who", exact=True)).to_be_focused()
