"""The history: every value that ever stood or was sent is there, for four hundred days."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Row, select

from backend.accounts.sessions import open_session
from backend.db import db
from backend.sync.history.trim_history import OLD_AT_ONCE, VALUES_PER_FIELD
from backend.sync.models import records, revisions
from tests.cast import Clock, Person
from tests.sync.device import Device

DONE_AT = "2026-05-04T18:00:00.000Z"


@pytest.fixture
def later(app: Flask, ada: Person, clock: Clock) -> Callable[..., None]:
    """Move the clock on, and sign Ada in again."""

    def move(days: int) -> None:
        clock.move(days=days)
        with app.app_context():
            for browser in (ada.phone, ada.laptop):
                browser.keep(open_session(ada.id, "Firefox/150.0 (Android)"))

    return move


def test_every_value_that_ever_stood_is_in_the_record_or_in_its_history(
    app: Flask, phone: Device, laptop: Device, maria: str
) -> None:
    for name in ("Mary", "Marie", "Mara"):
        phone.round(phone.change(maria, {"name": name}))
    laptop.round(laptop.change(maria, {"name": "Maja"}))

    told = [json.loads(one.overwritten) for one in _history(app, "name")]
    assert told == ["Maria", "Mary", "Marie", "Mara"]


def test_what_was_sent_and_not_stored_as_sent_is_in_the_history(
    app: Flask, phone: Device, laptop: Device, maria: str
) -> None:
    edit = laptop.change(maria, {"notes": "grows tomatoes on a roof"})
    phone.round(phone.change(maria, {"notes": "grows red tomatoes"}))

    laptop.round(edit)

    sent = [json.loads(one.sent) for one in _history(app, "notes") if not one.as_sent]
    assert sent == ["grows tomatoes on a roof"]


def test_undoing_the_history_gives_the_first_state_again(
    app: Flask, phone: Device, laptop: Device, maria: str
) -> None:
    phone.round(phone.change(maria, {"name": "Mary", "role": "CTO"}))
    laptop.round(laptop.change(maria, {"notes": "sells roses", "role": "CEO"}))
    phone.catch_up()
    phone.round(phone.change(maria, {"name": None}), phone.change(maria, None, action="delete"))

    state = {**_stored(app, maria), "deleted_at": "now"}
    for one in reversed(_history(app)):
        state[one.field] = json.loads(one.overwritten)

    first = {name: value for name, value in state.items() if value is not None}
    assert first == {"name": "Maria", "notes": "grows tomatoes"}


def test_a_device_from_before_the_history_loses_no_word(
    later: Callable[..., None], phone: Device, laptop: Device, maria: str
) -> None:
    edit = laptop.change(maria, {"notes": "grows tomatoes on a roof"})
    phone.round(phone.change(maria, {"notes": "grows roses"}))
    later(days=401)
    phone.round(phone.new(name="Li"))

    laptop.round(edit)

    assert laptop.holds[maria]["body"]["notes"] == "grows roses\ngrows tomatoes on a roof"
    assert laptop.holds[maria]["kept"]["notes"][0]["two_versions"] is True


def test_history_is_forgotten_after_four_hundred_days(
    app: Flask, later: Callable[..., None], phone: Device, maria: str
) -> None:
    phone.round(phone.change(maria, {"name": "Mary"}))
    later(days=399)
    phone.round(phone.change(maria, {"name": "Marie"}))
    assert len(_history(app)) == 2

    later(days=2)
    phone.round(phone.change(maria, {"role": "CTO"}))

    assert [json.loads(one.overwritten) for one in _history(app, "name")] == [None, "Mary"]
    assert [one.forgotten_at is None for one in _history(app)] == [False, True, True]


def test_a_clock_that_runs_ahead_takes_no_more_of_the_history_than_was_added(
    app: Flask, later: Callable[..., None], phone: Device, maria: str
) -> None:
    phone.round(*(phone.change(maria, {"name": f"Maria {n}"}) for n in range(200)))

    later(days=4000)
    phone.round(phone.change(maria, {"role": "CTO"}))

    forgotten = 1 + OLD_AT_ONCE
    told = [json.loads(one.overwritten) for one in _history(app, "name")]
    assert told == [None, *(f"Maria {n}" for n in range(forgotten - 1, 199))]


def test_a_device_from_before_what_was_forgotten_loses_no_word(
    later: Callable[..., None], phone: Device, laptop: Device, maria: str
) -> None:
    edit = laptop.change(maria, {"notes": "grows tomatoes on a roof"})
    phone.round(phone.change(maria, {"notes": "grows roses"}))
    later(days=300)
    phone.round(phone.change(maria, {"notes": "grows roses and ivy"}))
    later(days=200)
    phone.round(phone.new(name="Li"))

    laptop.round(edit)

    notes = laptop.holds[maria]["body"]["notes"]
    assert notes == "grows roses and ivy\ngrows tomatoes on a roof"


def test_a_field_written_over_very_often_keeps_its_newest_values(
    app: Flask, phone: Device, laptop: Device, maria: str
) -> None:
    edit = laptop.change(maria, {"notes": "grows tomatoes on a roof"})
    notes = [f"note{n}" for n in range(VALUES_PER_FIELD + 30)]
    for start in (0, 400):
        edits = [{"notes": note} for note in notes[start : start + 400]]
        phone.round(*(phone.change(maria, fields) for fields in edits))

    told = [json.loads(one.overwritten) for one in _history(app, "notes")]
    assert told == [None, *notes[-VALUES_PER_FIELD - 1 : -1]]
    laptop.round(edit)
    assert laptop.holds[maria]["body"]["notes"] == f"{notes[-1]}\ngrows tomatoes on a roof"


def test_what_is_due_is_lifted_out_while_it_is_open(app: Flask, phone: Device) -> None:
    promise = phone.change(phone.id, {"what": "send it", "due_on": "2026-05-08"}, kind="follow_up")
    phone.round(promise)
    assert _due(app) == ["2026-05-08"]

    phone.round(phone.change(phone.id, {"done_at": DONE_AT}, kind="follow_up"))

    assert _due(app) == [None]


def _history(app: Flask, field: str | None = None) -> list[Row[Any]]:
    with app.app_context():
        rows = db.session.execute(select(revisions).order_by(revisions.c.seq)).all()
    return [row for row in rows if field in (None, row.field)]


def _stored(app: Flask, id: str) -> dict[str, Any]:
    with app.app_context():
        body = db.session.execute(select(records.c.body).where(records.c.id == id)).scalar_one()
    stored: dict[str, Any] = json.loads(body)
    return stored


def _due(app: Flask) -> list[str | None]:
    with app.app_context():
        return list(db.session.execute(select(records.c.due_at)).scalars())
