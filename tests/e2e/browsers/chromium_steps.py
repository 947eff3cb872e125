"""What Ada does in the Chromiums of the tests of pushes."""

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect

from tests.cast import PASSWORD
from tests.e2e.browsers.promised import wait_until_noted
from tests.e2e.browsers.stage import Stage
from tests.e2e.device import PHONE, Device
from tests.e2e.walking import sign_in, take_note, wait_until_kept_whole, wait_until_synced

ADA = "ada@earshot.test"

ALLOWED = 1


def chromium(playwright: Playwright, world: Stage) -> Device:
    """Return a new Chromium that may notify, on the stage's desktop."""
    profile = Path(tempfile.mkdtemp(dir=world.folder))
    let_notify(profile, world.server.address)
    made = Device(playwright, profile, {**PHONE, "env": {**os.environ, **world.environment}})
    made.address = world.server.address
    return made


@contextmanager
def signed_in(playwright: Playwright, world: Stage, switches: Sequence[str] = ()) -> Iterator[Page]:
    """Return the page of a further device on which Ada has signed in."""
    further = chromium(playwright, world)
    further.arguments += switches
    try:
        page = sign_in(further, ADA, PASSWORD)
        wait_until_kept_whole(page)
        wait_until_synced(page)
        yield page
    finally:
        further.close()


def promise_offline(world: Stage, phone: Device, whom: str) -> None:
    """Note a promise for Friday while the server is away, and sync it later."""
    world.server.stop()
    page = phone.open("/note")
    take_note(page, who=f"{whom}: drowning in audits. Send deck Friday")
    expect(page.get_by_role("button", name="1 promise, 1 problem waiting to sync")).to_be_visible()
    wait_until_noted(page, whom)
    page.get_by_role("link", name="Done").click()
    world.server.start()
    wait_until_synced(phone.open("/people"))


def let_notify(profile: Path, address: str) -> None:
    """Allow an address to notify, for good, as a person's yes does."""
    exceptions = {"notifications": {f"{address},*": {"setting": ALLOWED}}}
    settings = {"profile": {"content_settings": {"exceptions": exceptions}}}
    folder = profile / "Default"
    folder.mkdir()
    (folder / "Preferences").write_text(json.dumps(settings))
