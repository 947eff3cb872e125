"""Shells and servers of other releases: each kept shell works with this server, and back."""

import tarfile
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.furnished import a_person, furnish
from tests.e2e.server import Server
from tests.e2e.walking import (
    edit,
    person_row,
    sign_in,
    sign_up,
    take_note,
    wait_until_installed,
    wait_until_kept,
    wait_until_synced,
)

SHELLS = sorted((Path(__file__).parent / "shells").glob("*.tar.xz"))
YOUNGER_CALLS = ("**/api/history/*", "**/api/deleted*", "**/api/purge", "**/api/stream")


@pytest.fixture(params=SHELLS, ids=lambda shell: shell.name.removesuffix(".tar.xz"))
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A kept shell, unpacked."""
    folder = tmp_path / "shell"
    with tarfile.open(request.param) as archive:
        # The first releases of Python 3.11 have no filter.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(folder)
    return folder


def test_there_is_a_shell_of_a_release() -> None:
    assert SHELLS != []


@pytest.mark.own_server
def test_a_kept_shell_takes_notes_and_syncs_with_this_server(
    ada: Owner, server: Server, shell: Path
) -> None:
    server.restart(SHELL_DIR=str(shell))
    sign_up(ada.phone, ada.email, ada.password)
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_kept(ada.phone.page)
    wait_until_synced(ada.phone.open("/people"))

    sign_in(ada.laptop, ada.email, ada.password)
    desk = ada.laptop.open("/people")
    person_row(desk, "Li Wen").click()
    edit(desk, "name", "Li Wei")
    wait_until_synced(desk)

    expect(person_row(ada.phone.open("/people"), "Li Wei")).to_be_visible()


@pytest.mark.own_browser
@pytest.mark.own_server
def test_what_a_kept_shell_holds_is_there_in_the_shell_of_today(
    ada: Owner, server: Server, shell: Path
) -> None:
    server.restart(SHELL_DIR=str(shell))
    page = sign_up(ada.phone, ada.email, ada.password)
    wait_until_installed(page)
    server.stop()
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_kept(page)
    ada.phone.close()

    server.start(SHELL_DIR="pwa/dist")
    wait_until_synced(ada.phone.open("/people"))
    ada.phone.close()

    page = ada.phone.open("/people")
    expect(person_row(page, "Li Wen")).to_be_visible()


def test_on_an_older_server_the_younger_features_step_back_and_the_rest_works(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    furnish(elsewhere)
    for path in YOUNGER_CALLS:
        ada.laptop.context.route(path, _is_unknown)
    sign_in(ada.laptop, ada.email, ada.password)
    page = a_person(ada.laptop)

    edit(page, "name", "Li Wei")
    wait_until_synced(page)
    page.get_by_role("link", name="History", exact=True).click()
    expect(page.get_by_text("Nothing synced yet")).to_be_visible()

    page.go_back()
    page.get_by_role("button", name="Remove for good").click()
    page.get_by_role("button", name="Remove Li Wei for good").click()
    expect(page.get_by_text("Nothing was removed")).to_be_visible()


def _is_unknown(route: Route) -> None:
    route.fulfill(status=404, json={"code": "not_found", "fields": {}})
