"""Takes the pictures of the README and of the manifest: the real app, with the demo's account."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.e2e.device import LAPTOP, PHONE, Device
from tests.e2e.server import Server
from tests.e2e.walking import take_note, wait_until_synced
from tests.sources import ROOT

README = ROOT / "docs/images"
MANIFEST = ROOT / "pwa/public/screenshots"
LINE = "Ana Sol, CTO at Fjord: drowning in audits. Send her Li's number by Friday"
EVENING = 19
EAST_AT_MOST = 14


def main() -> None:
    """Fill both folders of pictures."""
    README.mkdir(exist_ok=True)
    MANIFEST.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        zone = _zone_where_it_is_evening()
        email, password = _make_demo(folder, zone)
        server = Server(folder)
        where = {"timezone_id": zone}
        phone = Device(playwright, folder / "phone", {**PHONE, **where})
        laptop = Device(playwright, folder / "laptop", {**LAPTOP, **where})
        phone.address = laptop.address = server.address
        server.start()
        try:
            for device in (phone, laptop):
                _sign_in(device, email, password)
                wait_until_synced(device.page)
            _take_event(phone)
            _take_days_after(phone)
            _take_desk(laptop)
        finally:
            phone.close()
            laptop.close()
            server.stop()


def _zone_where_it_is_evening() -> str:
    """Return a zone in which the current event is in the evening of the same date as in UTC."""
    hours_east = min(EVENING - datetime.now(UTC).hour, EAST_AT_MOST)
    # The sign in these names is the other way round.
    return f"Etc/GMT{-hours_east:+d}"


def _make_demo(folder: Path, zone: str) -> tuple[str, str]:
    here = os.environ | {"INSTANCE_DIR": str(folder / "instance"), "TZ": zone}
    flask = [sys.executable, "-m", "flask"]
    (folder / "instance").mkdir()
    subprocess.run([*flask, "db", "upgrade"], cwd=ROOT, env=here, check=True, capture_output=True)
    made = subprocess.run(
        [*flask, "demo"], cwd=ROOT, env=here, check=True, capture_output=True, text=True
    )
    words = made.stdout.split()
    return next(word for word in words if "@" in word), words[-1]


def _sign_in(device: Device, email: str, password: str) -> None:
    page = device.open("/sign-in")
    # Beside the demo the first account is still to be made, and is what the door offers first.
    page.get_by_role("button", name="I have an account").click()
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def _take_event(phone: Device) -> None:
    page = phone.open("/")
    expect(page.get_by_role("heading", name="To meet")).to_be_visible()
    page.screenshot(path=MANIFEST / "phone.png")
    _take(page, "now")
    page.get_by_role("link", name="Listen", exact=True).click()
    page.get_by_role("button", name="Ana Ferreira").click()
    expect(page.get_by_text("How do you date a screenshot today?")).to_be_visible()
    _take(page, "listen")
    page = phone.open("/note")
    take_note(page, who=LINE)
    expect(page.get_by_label("What I promised")).to_have_value(re.compile("number"))
    page.get_by_label("Who").press("Home")
    _take(page, "card")


def _take_days_after(phone: Device) -> None:
    page = phone.open("/people")
    page.get_by_role("searchbox").fill("Ruth")
    page.get_by_role("main").get_by_role("link", name=re.compile("Ruth Cohen")).first.click()
    page.get_by_text(re.compile("^(Growing|Thirsty)")).click()
    page.mouse.move(0, 0)
    _take(page, "person")
    page = phone.open("/follow-ups")
    expect(page.get_by_text("Due today")).to_be_visible()
    _take(page, "follow_ups")


def _take_desk(laptop: Device) -> None:
    page = laptop.open("/garden")
    expect(page.get_by_text("Ruth Cohen").first).to_be_visible()
    page.screenshot(path=MANIFEST / "desk.png")
    shutil.copy(MANIFEST / "desk.png", README / "garden.png")


def _take(page: Page, name: str) -> None:
    # The README shows them smaller than a phone does.
    page.screenshot(path=README / f"{name}.png", scale="css", animations="disabled")


if __name__ == "__main__":
    main()
