"""With the app closed, the browser itself sends what waits once there is a network again."""

import sqlite3

from playwright.sync_api import expect

from tests.e2e.device import Device
from tests.e2e.waiting import wait_until
from tests.e2e.walking import sign_up, take_note, wait_until_installed

ROUND = "round"


def test_what_waits_goes_up_with_the_app_closed(ada, server):
    wait_until_installed(sign_up(ada.phone, ada.email, ada.password))
    server.stop()
    take_note(ada.phone.open("/note"), who="Li Wen")
    expect(ada.phone.page.get_by_text("Kept on this device")).to_be_visible()
    ada.phone.page.goto("about:blank")
    server.start()
    assert not _has_arrived(server, "Li Wen")

    _let_browser_wake_the_worker(ada.phone)

    wait_until(lambda: _has_arrived(server, "Li Wen"), "the note to reach the server")


def _let_browser_wake_the_worker(device: Device) -> None:
    session = device.context.new_cdp_session(device.page)
    known: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: known.extend(one["registrationId"] for one in told["registrations"]),
    )
    session.send("ServiceWorker.enable")
    while not known:
        device.page.wait_for_timeout(50)
    session.send(
        "ServiceWorker.dispatchSyncEvent",
        {
            "origin": device.address,
            "registrationId": known[0],
            "tag": ROUND,
            "lastChance": False,
        },
    )


def _has_arrived(server, words: str) -> bool:
    with sqlite3.connect(server.folder / "instance/earshot.db") as database:
        return any(words in body for (body,) in database.execute("SELECT body FROM record"))
