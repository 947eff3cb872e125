"""Sessions: listed, ended, idle, and never readable in the database."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, select

from backend.accounts.models import Session
from backend.db import db
from tests.cast import PASSWORD, Browser, Clock, Person

NEW = "a longer green tractor"


def sessions_of(person: Person) -> list[dict[str, Any]]:
    sessions: list[dict[str, Any]] = person.phone.call("GET", "/api/account").json["sessions"]
    return sessions


def current(person: Person) -> str:
    """Return the id of the phone's session."""
    return next(str(session["id"]) for session in sessions_of(person) if session["current"])


def test_the_account_lists_the_browsers_that_are_signed_in(app: Flask, ada: Person) -> None:
    agent = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0"
    form = {"email": ada.email, "password": PASSWORD}
    Browser(app).call("POST", "/api/sign-in", json=form, headers={"User-Agent": agent})

    sessions = sessions_of(ada)

    assert sorted(session["label"] for session in sessions) == [
        "Edge on Windows",
        "Firefox on Android",
        "Firefox on Android",
    ]
    assert [session["current"] for session in sessions].count(True) == 1
    assert {session["created_at"] for session in sessions} == {"2026-05-04T18:30:00.000Z"}


def test_a_lost_phone_is_signed_out_from_the_laptop(ada: Person) -> None:
    phones = next(session["id"] for session in sessions_of(ada) if session["current"])

    answer = ada.laptop.call("DELETE", f"/api/sessions/{phones}")

    assert answer.status_code == 204
    assert ada.phone.call("GET", "/api/account").json["code"] == "signed_out"
    assert ada.laptop.call("GET", "/api/account").status_code == 200


def test_a_session_that_is_not_there_cannot_be_ended(ada: Person) -> None:
    answer = ada.phone.call("DELETE", "/api/sessions/none")

    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


def test_being_seen_is_written_at_most_once_an_hour(app: Flask, ada: Person, clock: Clock) -> None:
    statements = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *said: statements.append(said[2]))

    for _ in range(3):
        clock.move(minutes=50)
        ada.phone.call("GET", "/api/account")

    assert len([statement for statement in statements if "UPDATE session" in statement]) == 1


def test_the_cookie_lives_on_while_it_is_used(ada: Person, clock: Clock) -> None:
    clock.move(hours=2)

    cookie = ada.phone.call("GET", "/api/account").headers["Set-Cookie"]

    assert "Max-Age=34560000" in cookie


def test_the_database_holds_no_token(app: Flask, stranger: Browser, ada: Person) -> None:
    form = {"email": ada.email, "password": PASSWORD}
    cookie = stranger.call("POST", "/api/sign-in", json=form).headers["Set-Cookie"]
    token = cookie.partition("=")[2].partition(";")[0]

    with app.app_context():
        kept = db.session.scalars(select(Session.token_hash)).all()

    assert len(token) == 43
    assert not any(token in row for row in kept)


def test_a_made_up_token_opens_nothing(stranger: Browser) -> None:
    for token in ["x", "", "é", "x" * 4000]:
        stranger.keep(token)
        assert stranger.call("GET", "/api/account").status_code == 401


def test_a_new_password_ends_the_other_sessions(app: Flask, ada: Person) -> None:
    form = {"old": PASSWORD, "new": NEW}

    answer = ada.phone.call("POST", "/api/account/password", json=form)

    assert answer.status_code == 204
    assert ada.phone.call("GET", "/api/account").status_code == 200
    assert ada.laptop.call("GET", "/api/account").status_code == 401
    again = {"email": ada.email, "password": NEW}
    assert Browser(app).call("POST", "/api/sign-in", json=again).status_code == 200


def test_a_new_password_renews_the_token_of_the_session_that_goes_on(
    app: Flask, ada: Person
) -> None:
    stolen, before = Browser(app), current(ada)
    stolen.keep(ada.phone.token())
    assert stolen.call("GET", "/api/account").status_code == 200

    ada.phone.call("POST", "/api/account/password", json={"old": PASSWORD, "new": NEW})

    assert stolen.call("GET", "/api/account").status_code == 401
    assert current(ada) == before


def test_a_new_password_counts_as_a_fresh_sign_in(ada: Person, clock: Clock) -> None:
    clock.move(days=1)

    ada.phone.call("POST", "/api/account/password", json={"old": PASSWORD, "new": NEW})

    assert ada.phone.call("POST", "/api/feed").status_code == 201


@pytest.mark.parametrize(("choice", "status"), [({}, 404), ({"end_access": False}, 200)])
def test_a_new_password_ends_the_calendar_address_unless_it_is_told_not_to(
    stranger: Browser, ada: Person, choice: dict[str, bool], status: int
) -> None:
    path = ada.laptop.call("POST", "/api/feed").json["path"]

    form = {"old": PASSWORD, "new": NEW, **choice}
    ada.phone.call("POST", "/api/account/password", json=form)

    assert stranger.call("GET", path).status_code == status


def test_signing_in_again_goes_on_with_the_session_of_this_browser_under_a_new_token(
    app: Flask, ada: Person
) -> None:
    old, before = Browser(app), current(ada)
    old.keep(ada.phone.token())

    ada.phone.call("POST", "/api/sign-in", json={"email": ada.email, "password": PASSWORD})

    assert old.call("GET", "/api/account").status_code == 401
    assert current(ada) == before
    assert len(sessions_of(ada)) == 2


def test_a_session_that_was_not_used_for_hours_is_replaced_too(ada: Person, clock: Clock) -> None:
    clock.move(hours=5)

    ada.phone.call("POST", "/api/sign-in", json={"email": ada.email, "password": PASSWORD})

    assert ada.phone.call("GET", "/api/account").status_code == 200


def test_signing_in_as_somebody_else_ends_the_session_before_it(
    app: Flask, ada: Person, ben: Person
) -> None:
    old = Browser(app)
    old.keep(ada.phone.token())

    ada.phone.call("POST", "/api/sign-in", json={"email": ben.email, "password": PASSWORD})

    assert old.call("GET", "/api/account").status_code == 401
    assert ada.phone.call("GET", "/api/account").json["account"]["email"] == ben.email
    assert len(sessions_of(Person(ada.id, ada.email, ada.laptop, ada.laptop))) == 1


def test_a_new_password_needs_the_old_one(ada: Person) -> None:
    form = {"old": "slow green bicycle", "new": NEW}

    answer = ada.phone.call("POST", "/api/account/password", json=form)

    assert (answer.status_code, answer.json["code"]) == (401, "wrong_password")
    assert ada.laptop.call("GET", "/api/account").status_code == 200


def test_the_old_password_cannot_be_guessed_from_an_open_browser(ada: Person) -> None:
    form = {"old": "guess", "new": NEW}

    answers = [ada.phone.call("POST", "/api/account/password", json=form) for _ in range(11)]

    assert answers[-1].status_code == 429


@pytest.mark.parametrize(
    ("new", "why"),
    [("short", "too_short"), ("1234567890", "too_common"), ("ada@earshot.test", "like_email")],
)
def test_a_weak_new_password_changes_nothing(ada: Person, new: str, why: str) -> None:
    form = {"old": PASSWORD, "new": new}

    answer = ada.phone.call("POST", "/api/account/password", json=form)

    assert (answer.json["code"], answer.json["fields"]) == ("weak_password", {"password": why})
    assert ada.laptop.call("GET", "/api/account").status_code == 200
