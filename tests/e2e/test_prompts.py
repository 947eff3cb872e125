"""The list of prompts: own ones, and shipped ones that are switched off."""

import re

from playwright.sync_api import expect

from tests.e2e.device import Owner
from tests.e2e.stored import bodies
from tests.e2e.waiting import wait_until


def test_an_own_prompt_is_refused_with_its_count_kept_edited_and_deleted_with_undo(
    ada: Owner,
) -> None:
    page = ada.phone.open("/prompts")
    page.get_by_role("button", name="Write a prompt").tap()
    words = page.get_by_label("What would you ask or do?")
    words.fill("What would you plant where the old apple tree once stood?")
    words.press("Enter")
    expect(page.get_by_text("That's 11 words. A prompt has 9 at most.")).to_be_visible()

    words.fill("Which tree would you plant?")
    words.press("Enter")
    page.get_by_role("button", name="Delete: Which tree would you plant?").tap()
    expect(page.get_by_text("Which tree would you plant?", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Undo").tap()

    expect(page.get_by_text("Which tree would you plant?", exact=True)).to_be_visible()


def test_a_prompt_that_is_switched_off_stays_off(ada: Owner) -> None:
    page = ada.phone.open("/prompts")
    switch = page.get_by_role("checkbox", name=re.compile("Then what happened"))

    switch.click()
    wait_until(lambda: bodies(page, "setting"), "the choice to be kept")
    page.reload()

    expect(switch).not_to_be_checked()
