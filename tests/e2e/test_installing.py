"""Installing Earshot: what a browser asks of an app before it offers that."""

import struct

import httpx
import pytest

from tests.e2e.device import Owner
from tests.e2e.server import Server
from tests.e2e.waiting import PATIENCE_SECONDS
from tests.e2e.walking import wait_until_installed


@pytest.mark.own_browser
def test_a_phone_finds_nothing_missing_for_installing(ada: Owner) -> None:
    page = ada.phone.open("/")
    wait_until_installed(page)
    browser = page.context.new_cdp_session(page)

    assert browser.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert browser.send("Page.getAppManifest")["errors"] == []


def test_every_picture_of_the_manifest_is_there_in_the_size_it_claims(server: Server) -> None:
    manifest = _fetched(server, "/manifest.webmanifest").json()
    pictures = [*manifest["icons"], *manifest["screenshots"]]

    drawn = [picture for picture in pictures if picture["type"] == "image/png"]

    assert {picture.get("purpose", "any") for picture in manifest["icons"]} >= {"any", "maskable"}
    assert {picture["form_factor"] for picture in manifest["screenshots"]} == {"narrow", "wide"}
    for picture in drawn:
        assert _size(_fetched(server, picture["src"])) == picture["sizes"]


def test_shortcuts_and_shared_text_lead_to_a_quick_note(server: Server) -> None:
    manifest = _fetched(server, "/manifest.webmanifest").json()

    assert manifest["id"] == "/"
    assert "/note" in {shortcut["url"] for shortcut in manifest["shortcuts"]}
    assert manifest["share_target"]["action"] == "/note"


def _fetched(server: Server, path: str) -> httpx.Response:
    return httpx.get(f"{server.address}{path}", timeout=PATIENCE_SECONDS)


def _size(answer: httpx.Response) -> str:
    assert answer.content.startswith(b"\x89PNG"), answer.url
    width, height = struct.unpack(">II", answer.content[16:24])
    return f"{width}x{height}"
