"""How often one may try to sign up: by address and overall, within an hour of any clock."""

from collections.abc import Iterator

import pytest
from flask import Flask

from backend import create_app
from backend.config import Config
from backend.db import db
from tests.cast import Answer, Browser, Clock, Person

BY_ADDRESS = 3


@pytest.fixture
def open_app(settings: Config, clock: Clock, ada: Person) -> Iterator[Flask]:
    """A server that Ada has an account on, and where others may sign up."""
    config = settings.model_copy(update={"sign_up": "open", "sign_ups_per_hour": BY_ADDRESS})
    app = create_app(config, clock)
    yield app
    with app.app_context():
        db.engine.dispose()


def sign_up(app: Flask, address: str, password: str = "short") -> Answer:
    """Try to sign up from an address; what is too short is refused without much work."""
    form = {"email": "ben@earshot.test", "password": password}
    return Browser(app, address).call("POST", "/api/sign-up", json=form)


def test_an_address_may_try_only_so_often_an_hour(open_app: Flask, clock: Clock) -> None:
    tries = [sign_up(open_app, "192.0.2.1") for _ in range(BY_ADDRESS + 1)]

    assert [answer.status_code for answer in tries] == [422] * BY_ADDRESS + [429]
    assert int(tries[-1].headers["Retry-After"]) == 3600
    assert sign_up(open_app, "192.0.2.2").status_code == 422
    clock.move(hours=1)
    assert sign_up(open_app, "192.0.2.1", "quick blue tractor").status_code == 201


def test_all_addresses_together_may_try_only_so_often(open_app: Flask, clock: Clock) -> None:
    for number in range(10 * BY_ADDRESS):
        assert sign_up(open_app, f"192.0.2.{number}").status_code == 422

    assert sign_up(open_app, "203.0.113.1").status_code == 429
    clock.move(hours=1)
    assert sign_up(open_app, "203.0.113.1").status_code == 422


def test_the_limit_holds_for_every_process_on_the_database(open_app: Flask, clock: Clock) -> None:
    for _ in range(BY_ADDRESS + 1):
        sign_up(open_app, "192.0.2.1")

    other = create_app(open_app.extensions["config"], clock)
    answer = sign_up(other, "192.0.2.1")
    with other.app_context():
        db.engine.dispose()

    assert answer.status_code == 429


def test_a_clock_that_was_ahead_stops_sign_ups_for_an_hour_at_most(
    open_app: Flask, clock: Clock
) -> None:
    clock.move(days=3650)
    for _ in range(BY_ADDRESS + 1):
        sign_up(open_app, "192.0.2.1")
    clock.move(days=-3650)

    assert sign_up(open_app, "192.0.2.1").status_code == 429
    clock.move(hours=1)
    assert sign_up(open_app, "192.0.2.1").status_code == 422


def test_where_nobody_may_sign_up_nothing_is_counted(app: Flask, ada: Person) -> None:
    answers = [sign_up(app, "192.0.2.1") for _ in range(25)]

    assert {answer.status_code for answer in answers} == {403}
