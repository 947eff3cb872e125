"""Subscribing: one place for each session, gone with it, and a trial that says what came of it."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backend.reminders.push.vapid_keys import load_keys, renew_vapid_key
from tests.cast import Clock, Person
from tests.push_service.push_service import Fault, PushService
from tests.reminders.subscribed import Subscribed, choose, promise, subscribed
from tests.sync.device import Device


def test_a_session_sees_its_own_subscription_only(ada: Person, adas: Subscribed) -> None:
    phones, laptops = [b.call("GET", "/api/push").json for b in (ada.phone, ada.laptop)]

    assert phones["endpoint"] == adas.browser.endpoint
    assert laptops["endpoint"] is None
    assert phones["key"] == laptops["key"]
    assert (phones["mail_offered"], phones["feed_made_at"]) == (False, None)


def test_a_session_has_one_subscription(
    ada: Person, service: PushService, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    anew = subscribed(ada.phone, service, phone.id)
    promise(phone, "Send deck", "2026-11-24")

    look()

    assert adas.shown == []
    assert len(anew.shown) == 1


def test_after_unsubscribing_nothing_comes(
    ada: Person, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    assert ada.phone.call("DELETE", "/api/push").status_code == 204
    assert ada.phone.call("DELETE", "/api/push").status_code == 204
    promise(phone, "Send deck", "2026-11-24")

    look()

    assert adas.shown == []
    assert ada.phone.call("GET", "/api/push").json["endpoint"] is None


def test_a_device_that_signs_out_is_told_nothing_any_more(
    ada: Person,
    phone: Device,
    laptop: Device,
    adas: Subscribed,
    adas_laptop: Subscribed,
    look: Callable[[], int],
) -> None:
    ada.phone.call("POST", "/api/sign-out")
    promise(laptop, "Send deck", "2026-11-24")

    look()

    assert adas.shown == []
    assert len(adas_laptop.shown) == 1


def test_who_subscribes_later_is_told_what_was_due(
    ada: Person, service: PushService, phone: Device, look: Callable[[], int]
) -> None:
    promise(phone, "Send deck", "2026-11-24")
    look()
    adas = subscribed(ada.phone, service, phone.id)

    look()

    assert len(adas.shown) == 1


@pytest.mark.parametrize("status", [404, 410])
def test_a_subscription_that_has_ended_is_forgotten(
    ada: Person,
    service: PushService,
    phone: Device,
    adas: Subscribed,
    look: Callable[[], int],
    status: int,
) -> None:
    service.end(adas.browser.token, status)
    promise(phone, "Send deck", "2026-11-24")

    look()
    look()

    assert len(service.attempts) == 1
    assert ada.phone.call("GET", "/api/push").json["endpoint"] is None


def test_what_an_ended_subscription_missed_comes_with_the_next(
    ada: Person, service: PushService, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    service.end(adas.browser.token)
    promise(phone, "Send deck", "2026-11-24")
    look()

    anew = subscribed(ada.phone, service, phone.id)
    look()

    assert len(anew.shown) == 1


def test_a_busy_push_service_is_asked_again_when_it_said(
    clock: Clock, service: PushService, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    service.fail(Fault(429, {"Retry-After": "600"}))
    promise(phone, "Send deck", "2026-11-24")
    look()

    clock.move(seconds=599)
    look()
    assert adas.shown == []
    clock.move(seconds=1)
    look()

    assert len(adas.shown) == 1


def test_only_the_device_that_was_not_reached_is_told_again(
    clock: Clock,
    service: PushService,
    phone: Device,
    adas: Subscribed,
    adas_laptop: Subscribed,
    look: Callable[[], int],
) -> None:
    promise(phone, "Send deck", "2026-11-24")
    service.fail(Fault(503))
    look()
    assert len(adas.shown) + len(adas_laptop.shown) == 1

    clock.move(minutes=1)
    look()

    assert len(adas.shown) == len(adas_laptop.shown) == 1


def test_a_batch_goes_again_only_to_the_device_that_was_not_reached(
    clock: Clock,
    service: PushService,
    phone: Device,
    adas: Subscribed,
    adas_laptop: Subscribed,
    look: Callable[[], int],
) -> None:
    choose(phone, discreet="no")
    for day in ("2026-11-20", "2026-11-21"):
        promise(phone, "Send deck", day)
    service.fail(Fault(503, {"Retry-After": "60"}))
    look()
    assert len(adas.shown) + len(adas_laptop.shown) == 1

    clock.move(minutes=1)
    look()
    clock.move(days=1)
    look()

    assert adas.titles == adas_laptop.titles == ["2 promises are due"]
    assert adas.shown == adas_laptop.shown


def test_a_trial_push_arrives_under_its_id(ada: Person, adas: Subscribed) -> None:
    answer = ada.phone.call("POST", "/api/push/trial")

    assert answer.status_code == 202
    [push] = adas.shown
    assert (push["kind"], push["id"], push["tag"]) == ("test", answer.json["id"], "test")


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [(410, 410, "push_gone"), (403, 503, "push_failed"), (500, 503, "push_failed")],
)
def test_a_trial_that_fails_says_so(
    ada: Person, service: PushService, adas: Subscribed, fault: int, status: int, code: str
) -> None:
    service.fail(Fault(fault))

    answer = ada.phone.call("POST", "/api/push/trial")

    assert (answer.status_code, answer.json["code"]) == (status, code)


def test_only_so_many_trials_are_sent(ada: Person, adas: Subscribed, clock: Clock) -> None:
    answers = [ada.phone.call("POST", "/api/push/trial") for _ in range(11)]

    assert [answer.status_code for answer in answers] == [202] * 10 + [429]
    assert len(adas.shown) == 10
    clock.move(minutes=15)
    assert ada.phone.call("POST", "/api/push/trial").status_code == 202


def test_a_trial_without_a_subscription_is_refused(ada: Person) -> None:
    answer = ada.laptop.call("POST", "/api/push/trial")

    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("part", "bad", "code"),
    [
        ("endpoint", "https://evil.test/p", "endpoint_refused"),
        ("endpoint", 7, "bad_request"),
        ("key", "A" * 87, "other_key"),
        ("keys", {"p256dh": "B" + "A" * 86, "auth": "A" * 22}, "bad_request"),
        ("keys", {"p256dh": "short", "auth": "A" * 22}, "bad_request"),
        ("keys", {"p256dh": "A" * 87, "auth": "AAAA"}, "bad_request"),
        ("keys", None, "bad_request"),
        ("device_id", "phone", "bad_request"),
    ],
)
def test_a_bad_subscription_is_refused_and_changes_nothing(
    ada: Person,
    adas: Subscribed,
    phone: Device,
    part: str,
    bad: dict[str, Any] | int | str | None,
    code: str,
) -> None:
    key = ada.phone.call("GET", "/api/push").json["key"]
    keys = adas.browser.subscription()["keys"]
    good = {"endpoint": adas.browser.endpoint, "keys": keys, "key": key, "device_id": phone.id}

    answer = ada.phone.call("PUT", "/api/push", json=good | {part: bad})

    assert answer.status_code in (409, 422)
    assert answer.json["code"] == code
    assert ada.phone.call("GET", "/api/push").json["endpoint"] == adas.browser.endpoint


def test_keys_are_made_once_and_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "instance"

    made, again = load_keys("", folder), load_keys("", folder)

    assert made.current.public == again.current.public
    assert [path.name for path in folder.iterdir()] == ["vapid_keys"]
    assert (folder / "vapid_keys").stat().st_mode & 0o777 == 0o600


def test_a_renewed_key_comes_first_and_the_old_one_stays(tmp_path: Path) -> None:
    before = load_keys("", tmp_path)

    renew_vapid_key(tmp_path)

    after = load_keys("", tmp_path)
    assert after.current.public != before.current.public
    assert after.find(before.current.public) == before.current
    assert (tmp_path / "vapid_keys").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("nonsense", ["tomatoes", "AAAA", "A" * 43, "_" * 43, "é" * 43])
def test_a_key_that_makes_no_sense_is_refused(tmp_path: Path, nonsense: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        load_keys(nonsense, tmp_path)


def test_where_pushes_go_is_logged_by_nobody_however_much_is_logged(
    ada: Person, adas: Subscribed, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    answer = ada.phone.call("POST", "/api/push/trial")

    assert answer.status_code == 202
    assert len(adas.shown) == 1
    assert "POST /api/push/trial" in caplog.text
    assert adas.browser.endpoint.rpartition("/")[2] not in caplog.text
