"""Takes the pictures of the README and of the manifest: the real app, with the demo's account."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.e2e.device import LAPTOP, PHONE, Device
from tests.e2e.server import Server
from tests.e2e.walking import take_note, wait_until_synced
from tests.sources import ROOT

README = ROOT / "docs/images"
MANIFEST = ROOT / "pwa/public/screenshots"


def main() -> None:
    """Fill both folders of pictures."""
    README.mkdir(exist_ok=True)
    MANIFEST.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        email, password = _make_demo(folder)
        server = Server(folder)
        phone = Device(playwright, folder / "phone", PHONE)
        laptop = Device(playwright, folder / "laptop", LAPTOP)
        phone.address = laptop.address = server.address
        server.start()
        try:
            for device in (phone, laptop):
                _sign_in(device, email, password)
                wait_until_synced(device.page)
            _take_desk(laptop)
            _take_phone(phone)
        finally:
            phone.close()
            laptop.close()
            server.stop()


def _make_demo(folder: Path) -> tuple[str, str]:
    here = os.environ | {"INSTANCE_DIR": str(folder / "instance")}
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


def _take_phone(phone: Device) -> None:
    page = phone.open("/")
    expect(page.get_by_role("button", name=re.compile("^Done: ")).first).to_be_visible()
    page.screenshot(path=MANIFEST / "phone.png")
    page = phone.open("/note")
    take_note(
        page,
        who="Ana Sol",
        problem="Drowning in audits, three in a row",
        promise="Send Li's number",
    )
    page.get_by_text(re.compile("^Friday")).click()
    page.screenshot(path=README / "phone.png")


def _take_desk(laptop: Device) -> None:
    page = laptop.open("/people")
    page.get_by_role("main").get_by_role("link").nth(2).click()
    expect(page.get_by_role("region", name="Conversations")).to_be_visible()
    page.screenshot(path=MANIFEST / "desk.png")
    shutil.copy(MANIFEST / "desk.png", README / "desk.png")


if __name__ == "__main__":
    main()
