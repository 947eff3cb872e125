"""Two users: whatever Ben calls with Ada's ids, nothing of hers is seen or changed."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.accounts.models import Session
from backend.db import Model, db
from tests.cast import PASSWORD, Person, signed_in
from tests.sync.device import Device

HERS = "grows tomatoes"
FORM = {"password": "quick blue tractor"}


@pytest.fixture
def adas(ada: Person) -> Device:
    """Ada's phone after it sent up a person of hers."""
    device = Device(ada, ada.phone)
    device.round(device.new(name="Maria", notes=HERS))
    return device


def test_ben_reaches_nothing_of_adas_through_any_door(
    app: Flask, ada: Person, ben: Person, adas: Device
) -> None:
    before = rows_of(app, ada)
    assert HERS in str(before)

    answers = [
        (signed_in(app, ben.id).call(method, path, json=body), path)
        for method, path, body in calls(app, ada, ben, adas)
    ]

    assert len(answers) >= 9
    for answer, path in answers:
        assert answer.status_code < 500, path
        assert HERS not in answer.text, path
        assert ada.email not in answer.text, path
    assert rows_of(app, ada) == before


def test_ben_sees_none_of_adas_records(adas: Device, ben: Person) -> None:
    assert Device(ben, ben.phone).catch_up() == {}


def test_two_may_use_the_same_ids(adas: Device, ben: Person) -> None:
    bens, shared = Device(ben, ben.phone), next(iter(adas.holds))

    result = bens.round(bens.change(shared, {"name": "Li"}))["results"][0]

    assert result["outcome"] == "applied"
    assert bens.catch_up()[shared]["body"] == {"name": "Li"}
    assert adas.catch_up()[shared]["body"] == {"name": "Maria", "notes": HERS}


def calls(app: Flask, ada: Person, ben: Person, adas: Device) -> Iterator[tuple[str, str, Any]]:
    """Return every call under /api with every body that could reach Ada's."""
    bodies, record_id = bodies_of(app, ada, ben, adas), next(iter(adas.holds))
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/api"):
            continue
        for method in sorted((rule.methods or set()) - {"OPTIONS", "HEAD"}):
            for path in paths_of(rule.rule, ids_of(app, ada), record_id):
                assert "<" not in path
                yield from ((method, path, body) for body in bodies[rule.endpoint])


def paths_of(rule: str, session_ids: Sequence[str], record_id: str) -> set[str]:
    """Return every address of a rule that names something of Ada's."""
    by_record = rule.replace("<uuid:record_id>", record_id)
    return {by_record.replace("<session_id>", id) for id in session_ids}


def bodies_of(app: Flask, ada: Person, ben: Person, adas: Device) -> dict[str, list[Any]]:
    record_id = next(iter(adas.holds))
    bens = Device(ben, ben.phone)
    changes = [bens.change(record_id, None, action=action) for action in ("delete", "restore")]
    usual = bens.frame(*changes)
    return {
        "accounts.session": [None],
        "accounts.account": [None],
        "accounts.sign_out_here": [None, {"session_id": record_id}],
        "accounts.end_session_there": [None],
        "accounts.sign_up_here": [FORM | {"email": ada.email}],
        "accounts.sign_in_here": [FORM | {"email": ada.email}],
        "accounts.confirm_here": [FORM],
        "accounts.erase_account_here": [{"email": ada.email}],
        "accounts.change_password_here": [{"old": PASSWORD, "new": "quick blue tractor"}],
        "reminders.push": [None],
        "reminders.subscribe": [{"device_id": adas.id}],
        "reminders.unsubscribe": [None],
        "reminders.try_push": [None],
        "reminders.create_feed_here": [None],
        "reminders.revoke_feed_here": [None],
        "sync.deleted_records": [None],
        "sync.history": [None],
        # It says nothing but "pull", for as long as anybody listens.
        "sync.stream": [],
        "sync.purge_person_here": [
            {"account_id": account_id, "id": record_id} for account_id in (ada.id, ben.id)
        ],
        "sync.take_round": [
            usual,
            usual | {"account_id": ada.id},
            usual | {"device_id": adas.id, "epoch": adas.epoch},
            usual | {"device_id": adas.id, "cursor": adas.cursor, "mark": adas.mark},
        ],
    }


def ids_of(app: Flask, ada: Person) -> Sequence[str]:
    with app.app_context():
        return db.session.scalars(select(Session.id).filter_by(user_id=ada.id)).all()


def rows_of(app: Flask, ada: Person) -> dict[str, list[str]]:
    """Return all that the database holds for Ada."""
    owned = {"owner_id", "user_id"}
    with app.app_context():
        return {
            table.name: sorted(map(str, db.session.execute(select(table).where(column == ada.id))))
            for table in Model.metadata.sorted_tables
            for column in table.columns
            if column.name in owned or (table.name, column.name) == ("user", "id")
        }
