"""An endpoint that two accounts name: it moves with the keys of its browser, and not without."""

from collections.abc import Callable
from threading import Thread
from uuid import uuid4

import pytest
from flask import Flask

from tests.cast import Person, signed_in
from tests.push_service.push_service import PushService
from tests.reminders.subscribed import Subscribed, promise, subscribed
from tests.sync.device import Device


@pytest.fixture
def bens(ben: Person, service: PushService) -> Subscribed:
    return subscribed(ben.phone, service, str(uuid4()))


def test_a_browser_in_which_ben_signs_in_tells_him_nothing_of_adas(
    app: Flask, ada: Person, ben: Person, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    keys = adas.browser.subscription()["keys"]
    key = ben.phone.call("GET", "/api/push").json["key"]
    same = {"endpoint": adas.browser.endpoint, "keys": keys, "key": key, "device_id": ben.id}
    assert ben.phone.call("PUT", "/api/push", json=same).status_code == 204
    promise(phone, "Send deck", "2026-11-24")

    look()

    assert adas.shown == []
    assert ada.phone.call("GET", "/api/push").json["endpoint"] is None


@pytest.mark.parametrize("theirs", ["p256dh", "auth"])
def test_who_only_knows_an_endpoint_does_not_take_it(
    ada: Person, ben: Person, phone: Device, adas: Subscribed, bens: Subscribed, theirs: str
) -> None:
    mine, other = (one.browser.subscription()["keys"] for one in (adas, bens))
    assert isinstance(mine, dict) and isinstance(other, dict)
    keys = mine | {theirs: other["p256dh"] if theirs == "p256dh" else "A" * 22}
    key = ben.phone.call("GET", "/api/push").json["key"]
    stolen = {"endpoint": adas.browser.endpoint, "keys": keys, "key": key, "device_id": ben.id}

    answer = ben.phone.call("PUT", "/api/push", json=stolen)

    assert (answer.status_code, answer.json["code"]) == (422, "endpoint_refused")
    assert ada.phone.call("GET", "/api/push").json["endpoint"] == adas.browser.endpoint
    assert ben.phone.call("GET", "/api/push").json["endpoint"] == bens.browser.endpoint


def test_in_a_shared_browser_the_endpoint_goes_from_ada_to_ben(
    app: Flask, ada: Person, ben: Person, adas: Subscribed
) -> None:
    key = ben.phone.call("GET", "/api/push").json["key"]
    keys = adas.browser.subscription()["keys"]
    same = {"endpoint": adas.browser.endpoint, "keys": keys, "key": key, "device_id": ben.id}
    assert ada.phone.call("POST", "/api/sign-out").status_code == 204

    assert ben.phone.call("PUT", "/api/push", json=same).status_code == 204

    assert ben.phone.call("GET", "/api/push").json["endpoint"] == adas.browser.endpoint


def test_one_endpoint_that_many_store_at_once_is_stored_once(
    app: Flask, ada: Person, adas: Subscribed
) -> None:
    key = ada.phone.call("GET", "/api/push").json["key"]
    keys = adas.browser.subscription()["keys"]
    body = {"endpoint": f"{adas.browser.endpoint}1", "keys": keys, "key": key, "device_id": ada.id}
    tabs, answers = [signed_in(app, ada.id) for _ in range(8)], []
    runs = [
        Thread(target=lambda b=tab: answers.append(b.call("PUT", "/api/push", json=body)))
        for tab in tabs
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join()

    assert {answer.status_code for answer in answers} == {204}
