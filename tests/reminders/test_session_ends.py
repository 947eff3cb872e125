"""Sessions end by themselves only by two moments that agree, and devices are told a week before."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from backend.accounts.models import Session
from backend.config import Config
from backend.db import db
from tests.cast import PASSWORD, Browser, Clock, Person
from tests.reminders.subscribed import Subscribed

Look = Callable[[], int]
Sets = Callable[..., None]


@pytest.fixture
def sets(app: Flask) -> Sets:
    """Return a function that changes settings of the running server."""

    def sets(**settings: object) -> None:
        config: Config = app.extensions["config"]
        app.extensions["config"] = config.model_copy(update=settings)

    return sets


def is_in(browser: Browser) -> bool:
    return browser.call("GET", "/api/account").status_code == 200


def open_sessions(app: Flask) -> int:
    with app.app_context():
        return len(db.session.scalars(select(Session.id)).all())


def test_an_unused_session_ends_after_180_days(
    app: Flask, ada: Person, clock: Clock, look: Look
) -> None:
    clock.move(hours=1)
    for _ in range(173):
        clock.move(days=1)
        assert is_in(ada.phone)
    look()
    clock.move(days=6, hours=23)
    look()
    assert (is_in(ada.phone), open_sessions(app)) == (True, 2)
    clock.move(hours=2)
    look()

    assert (is_in(ada.phone), open_sessions(app)) == (True, 1)
    assert not is_in(ada.laptop)


def test_a_session_that_is_used_in_its_last_week_goes_on(
    ada: Person, clock: Clock, look: Look
) -> None:
    clock.move(days=176)
    look()
    assert is_in(ada.laptop)
    clock.move(days=8)
    look()

    assert is_in(ada.laptop)


@pytest.mark.parametrize("days", [100, 3650])
def test_a_clock_that_is_ahead_for_an_hour_ends_no_session(
    app: Flask, ada: Person, clock: Clock, look: Look, days: int
) -> None:
    clock.move(days=days)
    look()
    assert is_in(ada.phone)
    form = {"email": ada.email, "password": PASSWORD}
    assert Browser(app).call("POST", "/api/sign-in", json=form).status_code == 200
    clock.move(hours=1)
    look()
    clock.move(days=-days)
    look()

    assert open_sessions(app) == 3
    assert is_in(ada.phone)
    assert is_in(ada.laptop)


def test_what_a_clock_that_was_ahead_has_noted_is_forgotten(
    ada: Person, clock: Clock, look: Look
) -> None:
    for _ in range(3):
        clock.move(days=3650)
        look()
        clock.move(days=-3650, hours=2)
        look()
    clock.move(days=100)
    look()

    assert is_in(ada.laptop)


def test_a_server_that_was_off_for_a_year_gives_a_week(
    ada: Person, clock: Clock, look: Look
) -> None:
    clock.move(days=365)
    look()
    clock.move(days=6)
    assert is_in(ada.phone)
    clock.move(days=1, hours=1)

    assert is_in(ada.phone)
    assert not is_in(ada.laptop)


def test_a_device_that_takes_pushes_may_be_unused_for_years(
    ada: Person, adas: Subscribed, clock: Clock, look: Look
) -> None:
    for _ in range(10):
        clock.move(days=100)
        look()

    assert adas.shown == []
    assert is_in(ada.phone)
    assert not is_in(ada.laptop)


def test_where_the_setting_says_so_it_is_told_a_week_before(
    ada: Person, adas: Subscribed, clock: Clock, look: Look, sets: Sets
) -> None:
    sets(session_idle_despite_push=True)
    clock.move(days=172)
    look()
    assert adas.shown == []
    clock.move(days=1, hours=1)
    look()
    look()

    assert adas.titles == ["This device will be signed out"]
    assert adas.shown[0]["body"] == (
        "It happens on Sun 23 May. Open Earshot before then to stay signed in."
    )
    assert adas.shown[0]["path"] == "/account"
    clock.move(days=7)
    look()
    assert not is_in(ada.phone)


def test_every_session_has_an_end_where_the_setting_says_so(
    ada: Person, adas: Subscribed, adas_laptop: Subscribed, clock: Clock, look: Look, sets: Sets
) -> None:
    sets(session_days=30)
    clock.move(days=23, hours=1)
    look()
    assert is_in(ada.phone)

    assert adas.titles == ["This device will be signed out"]
    assert "Then sign in again. Your notes stay on it." in adas.shown[0]["body"]
    ada.laptop.call("POST", "/api/sign-in", json={"email": ada.email, "password": PASSWORD})
    for _ in range(7):
        clock.move(days=1)
        look()
    assert not is_in(ada.phone)
    assert is_in(ada.laptop)
    assert (len(adas.shown), len(adas_laptop.shown)) == (1, 1)
