"""Signing up: the first comes in always, others as the settings say."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from threading import Thread

import pytest
from flask import Flask
from sqlalchemy import create_engine, insert

from backend import create_app
from backend.accounts.models import User
from backend.config import Config
from backend.db import db
from tests.cast import Browser, Clock, Person

FORM = {"email": "ada@earshot.test", "password": "slow green tractor"}
BENS = {"email": "ben@earshot.test", "password": "quick blue tractor"}


@pytest.fixture
def server(settings: Config, clock: Clock) -> Iterator[Callable[[str], Flask]]:
    """Return a function that starts the server with SIGN_UP set."""
    apps = []

    def start(sign_up: str) -> Flask:
        apps.append(create_app(settings.model_copy(update={"sign_up": sign_up}), clock))
        return apps[-1]

    yield start
    for app in apps:
        with app.app_context():
            db.engine.dispose()


def test_the_first_account_can_always_be_made(stranger: Browser) -> None:
    assert stranger.call("GET", "/api/session").json == {
        "signed_in": None,
        "sign_up": "first",
        "setup_code_needed": False,
        "to_be_erased": False,
    }

    answer = stranger.call("POST", "/api/sign-up", json=FORM)

    assert (answer.status_code, answer.json["account"]["email"]) == (201, FORM["email"])
    assert stranger.call("GET", "/api/session").json == {
        "signed_in": answer.json["account"],
        "sign_up": "closed",
        "setup_code_needed": False,
        "to_be_erased": False,
    }


def test_nobody_else_can_sign_up_by_default(stranger: Browser, ada: Person) -> None:
    answer = stranger.call("POST", "/api/sign-up", json=BENS)

    assert (answer.status_code, answer.json["code"]) == (403, "sign_up_closed")
    assert stranger.call("GET", "/api/account").status_code == 401


def test_anybody_can_sign_up_where_it_is_open(server: Callable[[str], Flask]) -> None:
    app = server("open")
    Browser(app).call("POST", "/api/sign-up", json=FORM)

    answer = Browser(app).call("POST", "/api/sign-up", json=BENS)

    assert answer.status_code == 201


def test_an_invite_lets_one_person_in(server: Callable[[str], Flask]) -> None:
    app = server("invite")
    Browser(app).call("POST", "/api/sign-up", json=FORM)
    code = app.test_cli_runner().invoke(args=["account", "invite"]).output.strip()

    first = Browser(app).call("POST", "/api/sign-up", json=BENS | {"invite": code})
    second = Browser(app).call(
        "POST", "/api/sign-up", json=BENS | {"email": "eve@earshot.test", "invite": code}
    )

    assert first.status_code == 201
    assert (second.status_code, second.json["code"]) == (403, "invite_needed")


def test_an_invite_is_not_used_up_by_a_failed_attempt(server: Callable[[str], Flask]) -> None:
    app = server("invite")
    Browser(app).call("POST", "/api/sign-up", json=FORM)
    code = app.test_cli_runner().invoke(args=["account", "invite"]).output.strip()

    taken = Browser(app).call("POST", "/api/sign-up", json=FORM | {"invite": code})
    then = Browser(app).call("POST", "/api/sign-up", json=BENS | {"invite": code})

    assert taken.json["code"] == "email_taken"
    assert then.status_code == 201


def test_an_invite_ends_after_thirty_days(server: Callable[[str], Flask], clock: Clock) -> None:
    app = server("invite")
    Browser(app).call("POST", "/api/sign-up", json=FORM)
    code = app.test_cli_runner().invoke(args=["account", "invite"]).output.strip()
    clock.move(days=31)

    answer = Browser(app).call("POST", "/api/sign-up", json=BENS | {"invite": code})

    assert answer.json["code"] == "invite_needed"


@pytest.mark.parametrize("invite", [None, "", "guessed"])
def test_without_an_invite_the_door_stays_shut(
    server: Callable[[str], Flask], invite: str | None
) -> None:
    app = server("invite")
    Browser(app).call("POST", "/api/sign-up", json=FORM)

    answer = Browser(app).call("POST", "/api/sign-up", json=BENS | {"invite": invite})

    assert answer.json["code"] == "invite_needed"


def test_one_address_has_one_account_however_it_is_written(server: Callable[[str], Flask]) -> None:
    app = server("open")
    Browser(app).call("POST", "/api/sign-up", json=FORM)

    again = Browser(app).call("POST", "/api/sign-up", json=FORM | {"email": " ADA@Earshot.TEST "})

    assert (again.status_code, again.json["code"]) == (409, "email_taken")


@pytest.mark.parametrize(
    "email", ["", "ada", "ada@", "@earshot.test", "ada@localhost", "a b@c.test"]
)
def test_what_is_no_address_is_refused(stranger: Browser, email: str) -> None:
    answer = stranger.call("POST", "/api/sign-up", json=FORM | {"email": email})

    assert (answer.status_code, answer.json["code"]) == (422, "bad_email")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", "too_short"),
        ("x" * 9, "too_short"),
        ("x" * 201, "too_long"),
        ("1234567890", "too_common"),
        ("password12", "too_common"),
        ("P@ssw0rd123", "too_common"),
        ("qwertyuiop", "too_common"),
        ("x" * 200, "too_common"),
        ("earshot2026", "too_common"),
        ("Earshotearshot", "too_common"),
        ("Ada@Earshot.Test", "like_email"),
        ("adatest123", "like_email"),
        ("ada@earshot", "like_email"),
        ("Ada-2026-Ada", "like_email"),
        ("Earshot2026!", "too_common"),
        ("Summer2026!", "too_common"),
        ("Welcome2026", "too_common"),
        ("december2026", "too_common"),
        ("monkey monkey monkey", "too_common"),
        ("correct horse battery staple", "too_common"),
        ("Correct-Horse-Battery-Staple", "too_common"),
        ("   password   ", "too_common"),
        (" " * 10, "too_common"),
        ("ｐａｓｓｗｏｒｄ１２３４", "too_common"),
        ("пароль123456", "too_common"),
    ],
)
def test_a_weak_password_is_refused(stranger: Browser, password: str, why: str) -> None:
    answer = stranger.call("POST", "/api/sign-up", json=FORM | {"password": password})

    assert (answer.status_code, answer.json["code"]) == (422, "weak_password")
    assert answer.json["fields"] == {"password": why}


def test_an_email_longer_than_what_is_read_is_no_password(stranger: Browser) -> None:
    email = "kx7gq2mvw9zt4hbr8pdn3fys6cjl5@a.long.domain.of.earshot.test"

    answer = stranger.call("POST", "/api/sign-up", json={"email": email, "password": email})

    assert answer.json["fields"] == {"password": "like_email"}


@pytest.mark.parametrize(
    "password",
    ["slow green tractor", "Ångström über alles", "kV9#tq2Lwz", "4@8({[<369!1|7$50+%2" * 9],
)
def test_a_password_that_is_hard_to_guess_is_taken(stranger: Browser, password: str) -> None:
    answer = stranger.call("POST", "/api/sign-up", json=FORM | {"password": password})

    assert answer.status_code == 201


def test_of_many_at_once_one_is_the_first(app: Flask) -> None:
    forms = [FORM | {"email": f"{number}@earshot.test"} for number in range(6)]
    answers = []
    runs = [
        Thread(target=lambda f=f: answers.append(Browser(app).call("POST", "/api/sign-up", json=f)))
        for f in forms
    ]

    for run in runs:
        run.start()
    for run in runs:
        run.join()

    assert sorted(answer.status_code for answer in answers) == [201, 403, 403, 403, 403, 403]


def test_who_comes_while_the_first_signs_up_is_second(app: Flask, stranger: Browser) -> None:
    answers = []
    second = Thread(target=lambda: answers.append(stranger.call("POST", "/api/sign-up", json=BENS)))
    other = create_engine(app.config["SQLALCHEMY_DATABASE_URI"])
    with other.begin() as connection:
        first = {"id": "1", "email": "ada@earshot.test", "password_hash": "", "head_seq": 0}
        connection.execute(insert(User).values(**first, created_at=datetime.now(UTC)))

        second.start()
        second.join(0.3)
    second.join()
    other.dispose()

    assert answers[0].json["code"] == "sign_up_closed"


def test_the_password_is_kept_as_a_hash_only(app: Flask, stranger: Browser) -> None:
    stranger.call("POST", "/api/sign-up", json=FORM)

    with app.app_context():
        kept = db.session.scalars(db.select(User.password_hash)).one()

    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
