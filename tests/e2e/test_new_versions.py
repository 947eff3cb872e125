"""New versions: offered and never forced; an old or a withdrawn app keeps what it holds."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.builds import another_build
from tests.e2e.device import Device, Owner
from tests.e2e.server import Server
from tests.e2e.walking import (
    person_row,
    sign_up,
    take_note,
    wait_for_page,
    wait_until_installed,
    wait_until_kept,
)

pytestmark = pytest.mark.own_server

CACHES = "caches.keys()"
BUILDS = f"async () => (await {CACHES}).filter((name) => name.startsWith('shell-'))"
WORKERS = "navigator.serviceWorker.getRegistrations().then((found) => found.length)"


def test_a_new_version_waits_for_the_person_and_the_build_before_is_kept(
    ada: Owner, server: Server, tmp_path: Path
) -> None:
    page = ada.phone.open("/")
    wait_until_installed(page)
    before = page.evaluate(BUILDS)

    server.restart(SHELL_DIR=str(another_build(tmp_path)))
    page = ada.phone.open("/")
    reload = page.get_by_role("button", name=re.compile("Reload"))
    expect(reload).to_be_visible()
    with page.expect_event("load"):
        reload.click()

    wait_for_page(page, f"async () => (await ({BUILDS})()).length === 2")
    assert set(before) < set(page.evaluate(BUILDS))
    expect(reload).to_have_count(0)


def test_the_kill_switch_removes_the_worker_and_keeps_the_notes(ada: Owner, server: Server) -> None:
    page = _phone_with_a_note(ada.phone)
    assert page.evaluate(WORKERS) == 1

    server.restart(KILL_WORKER="true")
    # The worker reloads the page by itself, maybe before all of it has come.
    page.goto(f"{ada.phone.address}/people", wait_until="commit")

    wait_for_page(page, f"async () => await {WORKERS} === 0 && (await {CACHES}).length === 0")
    wait_for_page(page, "navigator.serviceWorker.controller === null")
    expect(person_row(page, "Li Wen")).to_be_visible()


def test_a_version_too_old_to_sync_can_still_read_and_export(
    ada: Owner, server: Server, tmp_path: Path
) -> None:
    sign_up(ada.phone, ada.email, ada.password)
    server.restart(MIN_CLIENT="99.0.0")
    page = _phone_with_a_note(ada.phone)

    ada.phone.open("/account")
    expect(page.get_by_text("too old to sync").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export as JSON").click()

    download.value.save_as(tmp_path / "export.json")
    assert "Li Wen" in Path(tmp_path / "export.json").read_text()


def _phone_with_a_note(phone: Device) -> Page:
    wait_until_installed(phone.open("/"))
    take_note(phone.open("/note"), who="Li Wen")
    wait_until_kept(phone.page)
    expect(person_row(phone.open("/people"), "Li Wen")).to_be_visible()
    return phone.page
