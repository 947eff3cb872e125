"""Trial pushes to a push service that is silent: the page is answered, nobody is held up."""

from flask import Flask

from tests.cast import Browser, Person, signed_up
from tests.e2e.waiting import wait_until
from tests.push_service.push_service import Fault, PushService
from tests.reminders.subscribed import Subscribed, subscribed
from tests.sync.device import Device


def test_a_silent_push_service_takes_one_trial_of_an_account_and_few_in_all(
    app: Flask, service: PushService, ada: Person, adas: Subscribed, phone: Device
) -> None:
    others = [signed_up(app, name).phone for name in ("ben", "cy")]
    for browser in others:
        subscribed(browser, service, phone.id)
    service.fail(Fault(201, hang_seconds=60, times=9))

    first, again, second, third = [trial(one) for one in (ada.phone, ada.phone, *others)]
    service.ending.set()

    assert (first, again, second, third) == ("202", "429 too_many", "202", "503 busy")


def test_a_subscription_that_turns_out_to_be_gone_later_is_removed_all_the_same(
    service: PushService, ada: Person, adas: Subscribed
) -> None:
    service.fail(Fault(410, hang_seconds=3))

    answer = trial(ada.phone)

    assert answer == "202"
    wait_until(lambda: ada.phone.call("GET", "/api/push").json["endpoint"] is None, "its removal")


def trial(browser: Browser) -> str:
    """Try a push, and return the status with the code."""
    answer = browser.call("POST", "/api/push/trial")
    assert answer.status_code == 202 or int(answer.headers["Retry-After"]) > 0
    return f"{answer.status_code} {answer.json.get('code', '')}".strip()
