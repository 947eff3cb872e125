"""The first account is the owner's: a server that others can call asks for the set-up code."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from backend import create_app
from backend.accounts.setup_code import setup_code
from backend.config import Config
from backend.db import db
from tests.cast import Answer, Browser, Clock

FORM = {"email": "ada@earshot.test", "password": "slow green tractor"}
HERE = "127.0.0.1"
PUBLIC = {"proxy_count": 1, "trusted_hosts": "earshot.example.org"}
OUTSIDE = {"Host": "earshot.example.org", "X-Forwarded-For": "203.0.113.9"}


@pytest.fixture
def server(settings: Config, clock: Clock) -> Iterator[Callable[..., Flask]]:
    """Return a function that starts a server with these settings."""
    apps = []

    def start(**update: Any) -> Flask:
        apps.append(create_app(settings.model_copy(update=update), clock))
        return apps[-1]

    yield start
    for app in apps:
        with app.app_context():
            db.engine.dispose()


def sign_up(app: Flask, code: str | None, **headers: str) -> Answer:
    form = FORM | {"setup_code": code}
    return Browser(app, HERE).call("POST", "/api/sign-up", json=form, headers=OUTSIDE | headers)


@pytest.mark.parametrize("code", [None, "", "ABCD-EFGH-JKLM", "é", "0" * 100])
def test_a_stranger_does_not_get_the_first_account(
    server: Callable[..., Flask], code: str | None
) -> None:
    app = server(**PUBLIC)

    answer = sign_up(app, code)

    assert (answer.status_code, answer.json["code"]) == (403, "setup_code_needed")
    seen = Browser(app, HERE).call("GET", "/api/session", headers=OUTSIDE).json
    assert (seen["sign_up"], seen["setup_code_needed"]) == ("first", True)


def test_the_owner_makes_it_with_the_code_however_it_is_typed(
    server: Callable[..., Flask], settings: Config
) -> None:
    app = server(**PUBLIC)

    answer = sign_up(app, f" {setup_code(settings).lower().replace('-', ' ')} ")

    assert answer.status_code == 201
    seen = Browser(app, HERE).call("GET", "/api/session", headers=OUTSIDE).json
    assert (seen["sign_up"], seen["setup_code_needed"]) == ("closed", False)


@pytest.mark.parametrize(
    "public",
    [{"proxy_count": 1}, {"host": "0.0.0.0"}, {"trusted_hosts": "localhost,earshot.example.org"}],
)
def test_each_setting_that_lets_others_in_asks_for_the_code(
    server: Callable[..., Flask], public: dict[str, Any]
) -> None:
    answer = Browser(server(**public), HERE).call("POST", "/api/sign-up", json=FORM)

    assert (answer.status_code, answer.json["code"]) == (403, "setup_code_needed")


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_a_proxy_that_the_settings_do_not_know_asks_for_the_code(
    server: Callable[..., Flask], header: str
) -> None:
    headers = {header: "203.0.113.9"}

    answer = Browser(server(), HERE).call("POST", "/api/sign-up", json=FORM, headers=headers)

    assert (answer.status_code, answer.json["code"]) == (403, "setup_code_needed")


def test_on_this_machine_alone_no_code_is_asked_for(server: Callable[..., Flask]) -> None:
    app = server(trusted_hosts="localhost")

    assert Browser(app, HERE).call("POST", "/api/sign-up", json=FORM).status_code == 201


def test_guessing_the_code_is_as_slow_as_guessing_a_password(
    server: Callable[..., Flask], settings: Config
) -> None:
    app = server(**PUBLIC)

    guesses = [sign_up(app, f"guess {n}").status_code for n in range(11)]
    shut = sign_up(app, setup_code(settings))
    elsewhere = {"X-Forwarded-For": "203.0.113.10"}

    assert guesses == [*[403] * 10, 429]
    assert shut.status_code == 429
    assert sign_up(app, setup_code(settings), **elsewhere).status_code == 201


def test_processes_and_restarts_have_one_code_and_servers_each_their_own(tmp_path: Path) -> None:
    here, there = tmp_path / "a", tmp_path / "b"

    codes = [setup_code(Config(instance_dir=folder)) for folder in (here, here, there)]

    assert codes[0] == codes[1] != codes[2]
    assert [len(group) for group in codes[0].split("-")] == [4, 4, 4]


@pytest.mark.parametrize("name", ["127.0.0.1:8000", "localhost:8000"])
def test_a_tunnel_to_this_machine_is_answered_under_its_own_name(
    server: Callable[..., Flask], name: str
) -> None:
    app = server(**PUBLIC)

    tunnel = Browser(app, HERE).call("GET", "/api/session", headers={"Host": name})
    proxied = Browser(app, HERE).call("GET", "/api/session", headers=OUTSIDE | {"Host": name})
    neighbour = Browser(app, "192.0.2.7").call("GET", "/api/session", headers={"Host": name})
    rebound = Browser(app, HERE).call("GET", "/api/session", headers={"Host": "rebound.test"})

    answers = (tunnel, proxied, neighbour, rebound)
    assert [answer.status_code for answer in answers] == [200, 403, 403, 403]
