"""Signing in and out: the right password opens, guessing is slow."""

import unicodedata

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import select, update

from backend.accounts.models import Attempts, User
from backend.db import db, write_transaction
from tests.cast import PASSWORD, Answer, Browser, Clock, Person


def sign_in(browser: Browser, email: str, password: str = PASSWORD) -> Answer:
    return browser.call("POST", "/api/sign-in", json={"email": email, "password": password})


def test_the_right_password_opens(stranger: Browser, ada: Person) -> None:
    answer = sign_in(stranger, "ADA@earshot.test")

    assert (answer.status_code, answer.json["account"]["id"]) == (200, ada.id)
    assert stranger.call("GET", "/api/account").json["account"]["email"] == ada.email


def test_a_wrong_password_and_an_unknown_email_look_the_same(
    stranger: Browser, ada: Person
) -> None:
    wrong = sign_in(stranger, ada.email, "slow green bicycle")
    unknown = sign_in(stranger, "eve@earshot.test")

    assert (wrong.status_code, wrong.json["code"]) == (401, "wrong_password")
    assert wrong.json | {"request_id": ""} == unknown.json | {"request_id": ""}
    assert stranger.call("GET", "/api/account").status_code == 401


def test_a_password_may_be_typed_on_any_keyboard(app: Flask, stranger: Browser) -> None:
    typed = "Ångström über alles"
    form = {"email": "ada@earshot.test", "password": unicodedata.normalize("NFC", typed)}
    stranger.call("POST", "/api/sign-up", json=form)

    answer = sign_in(Browser(app), form["email"], unicodedata.normalize("NFD", typed))

    assert answer.status_code == 200


def test_ten_failures_close_an_email_for_a_quarter_of_an_hour(
    app: Flask, ada: Person, clock: Clock
) -> None:
    guesses = [sign_in(Browser(app, f"192.0.2.{n}"), ada.email, "guess") for n in range(10)]
    assert {guess.status_code for guess in guesses} == {401}

    shut = sign_in(Browser(app), ada.email)
    clock.move(minutes=15)
    open_again = sign_in(Browser(app), ada.email)

    assert (shut.status_code, shut.json["code"]) == (429, "too_many")
    assert 0 < int(shut.headers["Retry-After"]) <= 901
    assert open_again.status_code == 200


def test_a_clock_that_was_years_ahead_closes_nobody_out_for_longer_than_a_window(
    app: Flask, ada: Person, clock: Clock
) -> None:
    clock.move(days=3650)
    for _ in range(10):
        sign_in(Browser(app), ada.email, "guess")
    clock.move(days=-3650)

    shut = sign_in(Browser(app), ada.email)
    clock.move(minutes=14)
    still_shut = sign_in(Browser(app), ada.email)
    clock.move(minutes=1)

    assert (shut.status_code, int(shut.headers["Retry-After"])) == (429, 900)
    assert still_shut.status_code == 429
    assert sign_in(Browser(app), ada.email).status_code == 200


def test_an_email_that_nobody_has_closes_just_the_same(app: Flask) -> None:
    answers = [sign_in(Browser(app), "eve@earshot.test", "guess") for _ in range(11)]

    assert answers[-1].status_code == 429


@pytest.mark.parametrize(
    ("first", "last"),
    [("198.51.100.7", "198.51.100.7"), ("2001:db8::1", "2001:db8::ffff:2")],
)
def test_fifty_failures_close_an_address_for_every_email(
    app: Flask, ada: Person, first: str, last: str
) -> None:
    for number in range(50):
        sign_in(Browser(app, first), f"{number}@earshot.test", "guess")

    assert sign_in(Browser(app, last), ada.email).status_code == 429
    assert sign_in(Browser(app, "203.0.113.1"), ada.email).status_code == 200


def test_a_success_forgets_the_failures_before_it(app: Flask, ada: Person) -> None:
    for _ in range(9):
        sign_in(Browser(app), ada.email, "guess")
    sign_in(Browser(app), ada.email)

    assert sign_in(Browser(app), ada.email, "guess").status_code == 401


def test_neither_email_nor_address_is_kept_readably(app: Flask, ada: Person) -> None:
    sign_in(Browser(app, "198.51.100.7"), ada.email, "guess")

    with app.app_context():
        kept = db.session.scalars(select(Attempts.source_hash)).all()

    assert [len(bytes.fromhex(each)) for each in kept] == [32, 32]


def test_an_old_hash_is_renewed_when_its_password_is_seen(
    app: Flask, stranger: Browser, ada: Person
) -> None:
    outdated = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    with app.app_context(), write_transaction() as transaction:
        transaction.execute(update(User).values(password_hash=outdated))

    sign_in(stranger, ada.email)

    with app.app_context():
        assert "m=19456,t=2,p=1" in db.session.scalars(select(User.password_hash)).one()


def test_signing_out_ends_this_session_only(ada: Person) -> None:
    answer = ada.phone.call("POST", "/api/sign-out")

    assert answer.status_code == 204
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    assert ada.phone.call("GET", "/api/account").status_code == 401
    assert ada.laptop.call("GET", "/api/account").status_code == 200
