"""The number on the app's icon: how many promises are due, set by the page and by the worker."""

from datetime import datetime

import pytest

from tests.e2e.device import Device, Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.waiting import wait_until
from tests.e2e.waking import wake_for_periodic_sync, worker_of
from tests.e2e.walking import sign_in, wait_until_kept_whole, wait_until_synced

NOTE_NUMBERS = """
globalThis.numbers = [];
navigator.setAppBadge = async (count) => { numbers.push(count); };
"""
TODAY = f"{datetime.now().astimezone():%Y-%m-%d}"


@pytest.fixture
def phone(ada: Owner, elsewhere: Elsewhere) -> Device:
    """Ada's phone, signed in, with Earshot kept on it."""
    ada.phone.context.add_init_script(NOTE_NUMBERS)
    page = sign_in(ada.phone, ada.email, ada.password)
    wait_until_kept_whole(page)
    wait_until_synced(page)
    return ada.phone


def test_the_page_sets_how_many_are_due_and_clears_it(phone: Device, elsewhere: Elsewhere) -> None:
    elsewhere.send("follow_up", what="Send deck", due_on=TODAY)
    elsewhere.send("follow_up", what="Book a table", due_on="2099-01-01")
    elsewhere.send("follow_up", what="Lend a book", due_on=TODAY, owed_by="them")

    page = phone.open("/follow-ups")
    wait_until(lambda: page.evaluate("numbers.at(-1)") == 1, "one on the icon")
    page.get_by_role("button", name="Done: Send deck").click()

    wait_until(lambda: page.evaluate("numbers.at(-1)") == 0, "nothing on the icon")


def test_the_worker_sets_how_many_are_due_with_no_page_open(
    phone: Device, elsewhere: Elsewhere
) -> None:
    phone.page.goto("about:blank")
    worker = worker_of(phone)
    worker.evaluate(f"() => {{{NOTE_NUMBERS}}}")
    id = elsewhere.send("follow_up", what="Send deck", due_on=TODAY)

    wake_for_periodic_sync(phone)
    wait_until(lambda: worker.evaluate("numbers.at(-1)") == 1, "one on the icon")
    elsewhere.round(elsewhere.change("follow_up", id, done_at="2026-05-08T06:05:00.000Z"))
    wake_for_periodic_sync(phone)

    wait_until(lambda: worker.evaluate("numbers.at(-1)") == 0, "nothing on the icon")
