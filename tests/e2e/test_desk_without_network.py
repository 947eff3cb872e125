"""The desk's screens on a phone: fetched in idle time, and there without a network from then on."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.builds import another_build
from tests.e2e.device import Owner
from tests.e2e.server import Server
from tests.e2e.walking import wait_until_kept_whole


def test_the_garden_opens_without_network_once_the_desk_is_kept(ada: Owner, server: Server) -> None:
    page = ada.phone.open("/")
    wait_until_kept_whole(page)
    server.stop()

    page = ada.phone.open("/garden")

    expect(page.get_by_role("heading", name="Garden", exact=True)).to_be_visible()


@pytest.mark.own_server
def test_an_update_brings_the_desk_along(ada: Owner, server: Server, tmp_path: Path) -> None:
    wait_until_kept_whole(ada.phone.open("/"))
    server.restart(SHELL_DIR=str(another_build(tmp_path)))
    page = ada.phone.open("/")
    page.get_by_role("button", name="Reload").click()
    expect(page.get_by_role("button", name="Reload")).to_have_count(0)
    server.stop()

    page = ada.phone.open("/garden")

    expect(page.get_by_role("heading", name="Garden", exact=True)).to_be_visible()
