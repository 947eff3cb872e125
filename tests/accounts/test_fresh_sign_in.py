"""Fresh sign-in: what is risky needs a proof of the last ten minutes, by whatever clock."""

from typing import Any

import pytest
from flask import Flask

from backend.accounts.models import Session
from backend.db import write_transaction
from tests.cast import PASSWORD, Answer, Browser, Clock, Person
from tests.sync.device import Device


@pytest.fixture
def maria(phone: Device) -> str:
    """The id of a person on Ada's phone."""
    phone.round(phone.new(name="Maria"))
    return next(iter(phone.holds))


def risky(ada: Person, maria: str) -> list[tuple[str, str, Any]]:
    """Return every call that needs a fresh sign-in, with a body that it accepts."""
    other = next(
        session["id"]
        for session in ada.phone.call("GET", "/api/account").json["sessions"]
        if not session["current"]
    )
    return [
        ("POST", "/api/feed", None),
        ("DELETE", "/api/feed", None),
        ("POST", "/api/purge", {"account_id": ada.id, "id": maria}),
        ("DELETE", f"/api/sessions/{other}", None),
    ]


def confirm(browser: Browser, password: str = PASSWORD) -> Answer:
    return browser.call("POST", "/api/account/confirm", {"password": password})


def test_an_old_sign_in_does_nothing_risky(ada: Person, maria: str, clock: Clock) -> None:
    calls = risky(ada, maria)
    clock.move(minutes=11)

    for call in calls:
        answer = ada.phone.call(*call)
        assert (answer.status_code, answer.json["code"]) == (403, "sign_in_again"), call
    assert ada.laptop.call("GET", "/api/account").status_code == 200
    assert ada.phone.call("GET", "/api/push").json["feed_made_at"] is None


def test_the_password_makes_an_old_sign_in_fresh_again(
    ada: Person, maria: str, clock: Clock
) -> None:
    calls = risky(ada, maria)
    clock.move(minutes=11)

    assert confirm(ada.phone).status_code == 204

    assert [ada.phone.call(*call).status_code for call in calls] == [201, 204, 204, 204]


def test_a_proof_counts_for_ten_minutes_and_for_its_own_session(ada: Person, clock: Clock) -> None:
    clock.move(days=1)
    confirm(ada.phone)
    clock.move(minutes=10)

    assert ada.phone.call("POST", "/api/feed").status_code == 201
    assert ada.laptop.call("POST", "/api/feed").status_code == 403
    clock.move(seconds=1)
    assert ada.phone.call("POST", "/api/feed").status_code == 403


def test_a_proof_by_a_clock_that_was_ahead_does_not_count(ada: Person, clock: Clock) -> None:
    clock.move(days=100)
    confirm(ada.phone)
    clock.move(days=-100, minutes=-11)

    assert ada.phone.call("POST", "/api/feed").status_code == 403
    assert ada.laptop.call("POST", "/api/feed").status_code == 403


def test_a_session_from_before_proofs_were_recorded_is_asked(app: Flask, ada: Person) -> None:
    with app.app_context(), write_transaction() as transaction:
        transaction.query(Session).update({"confirmed_at": None})

    assert ada.phone.call("POST", "/api/feed").json["code"] == "sign_in_again"


def test_a_wrong_password_proves_nothing_and_is_counted(ada: Person, clock: Clock) -> None:
    clock.move(minutes=11)

    answers = [confirm(ada.phone, "guess") for _ in range(11)]

    assert [answer.json["code"] for answer in answers] == ["wrong_password"] * 10 + ["too_many"]
    assert ada.phone.call("POST", "/api/feed").status_code == 403


def test_strangers_who_guess_do_not_lock_whoever_is_signed_in(app: Flask, ada: Person) -> None:
    guess = {"email": ada.email, "password": "guess"}
    stranger = Browser(app, "203.0.113.9")
    guesses = [stranger.call("POST", "/api/sign-in", guess).status_code for _ in range(11)]
    change = {"old": PASSWORD, "new": "a longer green tractor"}

    assert guesses == [401] * 10 + [429]
    assert confirm(ada.phone).status_code == 204
    assert ada.phone.call("POST", "/api/account/password", change).status_code == 204


def test_guesses_in_a_session_lock_that_session_alone(app: Flask, ada: Person) -> None:
    change = {"old": "guess", "new": "a longer green tractor"}
    for _ in range(5):
        confirm(ada.phone, "guess")
        ada.phone.call("POST", "/api/account/password", change)

    assert confirm(ada.phone).json["code"] == "too_many"
    assert confirm(ada.laptop).status_code == 204
    sign_in = {"email": ada.email, "password": PASSWORD}
    assert Browser(app).call("POST", "/api/sign-in", sign_in).status_code == 200


def test_a_proof_does_not_open_what_strangers_locked(app: Flask, ada: Person) -> None:
    guess = {"email": ada.email, "password": "guess"}
    for _ in range(10):
        Browser(app).call("POST", "/api/sign-in", guess)

    assert confirm(ada.phone).status_code == 204
    assert Browser(app).call("POST", "/api/sign-in", guess).status_code == 429


def test_a_proof_forgets_the_guesses_of_its_session(ada: Person) -> None:
    for _ in range(9):
        confirm(ada.phone, "guess")
    confirm(ada.phone)

    assert confirm(ada.phone, "guess").status_code == 401


def test_an_old_sign_in_may_do_everything_else(ada: Person, clock: Clock) -> None:
    clock.move(minutes=11)

    assert ada.phone.call("GET", "/api/account").status_code == 200
    assert ada.phone.call("GET", "/api/push").status_code == 200
    assert ada.phone.call("POST", "/api/sign-out").status_code == 204
