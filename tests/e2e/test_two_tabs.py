"""Tabs, copies and open devices: one pusher per browser, equal screens, nothing lost."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, Request, Response, expect

from tests.e2e.device import LAPTOP, Device, Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.walking import (
    person_row,
    sign_in,
    sign_up,
    take_note,
    wait_until_kept,
    wait_until_synced,
)

NEWER_SCHEMA = """
async () => {
  const { version } = (await indexedDB.databases()).find(({ name }) => name === "earshot");
  const opening = indexedDB.open("earshot", version + 1);
  await new Promise((done, failed) => {
    opening.onupgradeneeded = () => opening.result.createObjectStore("of_a_newer_build");
    opening.onsuccess = done;
    opening.onblocked = failed;
  });
  opening.result.close();
  return true;
}
"""


def test_what_is_written_in_one_tab_stands_in_the_other_and_is_sent_once(ada: Owner) -> None:
    sign_up(ada.laptop, ada.email, ada.password)
    one, other = ada.laptop.page, ada.laptop.context.new_page()
    other.goto(f"{ada.laptop.address}/people")
    ada.laptop.requests.clear()

    take_note(_at(one, ada.laptop, "/note"), who="Li Wen")
    expect(person_row(other, "Li Wen")).to_be_visible()
    one.get_by_role("link", name="Done", exact=True).click()
    wait_until_synced(one)
    wait_until_synced(other)

    sent = [number for request in ada.laptop.requests for number in _numbers(request)]
    assert sent == sorted(set(sent))
    assert sent != []


def test_an_older_tab_lets_a_newer_schema_in_and_goes_on(ada: Owner) -> None:
    page = ada.laptop.open("/note")
    take_note(page, who="Li")
    newer = ada.laptop.context.new_page()
    newer.goto(f"{ada.laptop.address}/version")

    assert newer.evaluate(NEWER_SCHEMA)
    take_note(page, problem="Drowning in audits")

    wait_until_kept(page)
    expect(person_row(_at(page, ada.laptop, "/people"), "Li")).to_be_visible()


@pytest.mark.own_browser
def test_a_copied_profile_becomes_a_device_of_its_own_and_loses_nothing(
    ada: Owner, playwright: Playwright, tmp_path: Path
) -> None:
    sign_up(ada.laptop, ada.email, ada.password)
    take_note(ada.laptop.open("/note"), who="Li")
    wait_until_synced(ada.laptop.open("/people"))
    ada.laptop.close()
    shutil.copytree(tmp_path / "adas_laptop", tmp_path / "copy", symlinks=True)
    copy = Device(playwright, tmp_path / "copy", LAPTOP)
    copy.address = ada.laptop.address

    for device, who in ((ada.laptop, "Ana"), (copy, "Bo")):
        take_note(device.open("/note"), who=who)
        wait_until_kept(device.page)
        wait_until_synced(device.open("/people"))

    for device in (ada.laptop, copy):
        page = device.open("/people")
        for who in ("Ana", "Bo", "Li"):
            expect(person_row(page, who)).to_have_count(1)
    copy.close()


def test_an_open_laptop_shows_within_a_moment_what_the_phone_wrote(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    sign_in(ada.laptop, ada.email, ada.password)
    with ada.laptop.page.expect_response(_is_poke_of_people):
        page = ada.laptop.open("/people")
    expect(page.get_by_text("Nobody here yet")).to_be_visible()

    elsewhere.send("person", name="Li Wen")

    expect(person_row(page, "Li Wen")).to_be_visible()


def _is_poke_of_people(response: Response) -> bool:
    return response.url.endswith("/api/stream") and response.frame.url.endswith("/people")


def _at(page: Page, device: Device, path: str) -> Page:
    page.goto(f"{device.address}{path}")
    return page


def _numbers(request: Request) -> list[int]:
    if not request.url.endswith("/api/sync"):
        return []
    assert request.headers.get("content-encoding") is None, "a round small enough to be read here"
    sent: Any = request.post_data_json
    return [change["number"] for change in sent["changes"]]
