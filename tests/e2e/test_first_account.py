"""The first account of a server that others can call: the screen asks for the set-up code."""

import pytest
from playwright.sync_api import expect

from backend.accounts.setup_code import setup_code
from backend.config import Config
from tests.e2e.barriers import AXE, barriers
from tests.e2e.device import Owner
from tests.e2e.server import Server

pytestmark = pytest.mark.own_server


def test_the_owner_types_the_code_that_the_server_prints(server: Server, ada: Owner) -> None:
    server.restart(TRUSTED_HOSTS="127.0.0.1,localhost,earshot.example.org")
    ada.phone.context.add_init_script(AXE)
    page = ada.phone.open("/sign-in")
    code = page.get_by_label("Set-up code")
    page.get_by_label("E-mail").fill(ada.email)
    page.get_by_label("Password", exact=True).fill(ada.password)
    code.fill("ABCD-EFGH-JKLM")
    assert barriers(page) == []

    page.get_by_role("button", name="Create the account").click()
    expect(page.get_by_text("This isn't the set-up code.")).to_be_visible()
    expect(code).to_be_focused()
    printed = setup_code(Config(instance_dir=server.folder / "instance"))
    assert printed in server.log.read_text()
    code.fill(printed.lower())
    code.press("Enter")

    expect(page.get_by_label("E-mail")).to_have_count(0)
    expect(page.get_by_text(ada.email)).to_be_visible()
