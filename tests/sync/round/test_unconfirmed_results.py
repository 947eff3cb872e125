"""Devices that never confirm a result, and devices by the thousand: what is kept has a bound."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import orjson
from flask import Flask
from sqlalchemy import insert, select

from backend.db import db, utc_now
from backend.sync.models import answered_rounds, devices
from backend.sync.round.batch import FIELDS_NAMED
from backend.sync.round.idempotency import NUMBERS_KEPT
from backend.sync.store.record_store import DEVICES_AT_MOST
from tests.cast import Person
from tests.sync.device import Device


def test_a_refused_change_names_at_most_twenty_fields(app: Flask, phone: Device) -> None:
    wrong = phone.new(**{f"field_{place:03}": "\0" for place in range(150)})

    result = phone.ask(wrong).json["results"][0]

    assert result["code"] == "invalid_text"
    assert list(result["fields"]) == [f"field_{place:03}" for place in range(FIELDS_NAMED)]
    assert _kept(app) == [{**result, "seen_before": False}]


def test_of_a_device_that_confirms_nothing_only_the_newest_results_are_kept(
    app: Flask, phone: Device
) -> None:
    batches = [[phone.new(name="Maria") for _ in range(250)] for _ in range(6)]
    for batch in batches:
        assert phone.ask(*batch).status_code == 200

    repeated = phone.ask(*batches[-2], *batches[-1]).json["results"]

    assert [one["number"] for one in _kept(app)] == list(range(1001, 1501))
    assert len(repeated) == NUMBERS_KEPT
    assert all(one["seen_before"] for one in repeated)


def test_a_repeat_of_a_dropped_number_loses_and_doubles_nothing(
    phone: Device, laptop: Device
) -> None:
    batches = [[phone.new(name="Maria") for _ in range(250)] for _ in range(4)]
    for batch in batches:
        phone.ask(*batch)
    edited, *_ = laptop.catch_up()
    laptop.round(laptop.change(edited, {"notes": "grows tomatoes"}))

    refusal = phone.refused(*batches[0])
    copy = _renumbered(phone, batches)
    for batch in copy:
        phone.round(*batch)

    assert refusal["code"] == "device_forked"
    assert len(phone.catch_up()) == 1_000
    assert phone.holds[edited]["body"] == {"name": "Maria", "notes": "grows tomatoes"}
    assert not any(record.get("kept") for record in phone.holds.values())


def test_a_device_whose_answers_are_lost_is_answered_however_often_it_repeats(
    phone: Device,
) -> None:
    changes: list[Any] = []
    for place in range(30):
        changes.append(phone.new(name=f"Maria {place}"))
        phone.ask(*changes)

    results = phone.round(*changes)["results"]

    assert [one["outcome"] for one in results] == ["applied"] * 30
    assert all(one["seen_before"] for one in results)


def test_beyond_a_thousand_devices_the_longest_unseen_is_forgotten(
    app: Flask, ada: Person, phone: Device, laptop: Device, bens_phone: Device
) -> None:
    bens_phone.ask(bens_phone.new(name="Li"))
    phone.ask(phone.new(name="Maria"))
    _fill(app, ada, DEVICES_AT_MOST - 1)

    laptop.ask(laptop.new(name="Ana"))
    laptop.ask(laptop.new(name="Jo"))

    assert len(_ids(app, ada.id)) == DEVICES_AT_MOST
    assert phone.id not in _ids(app, ada.id)
    assert laptop.id in _ids(app, ada.id)
    with app.app_context():
        owners = db.session.execute(select(answered_rounds.c.device_id)).scalars().all()
    assert sorted(owners) == sorted([bens_phone.id, laptop.id, laptop.id])


def test_a_forgotten_device_starts_over_as_after_a_rollback(
    app: Flask, ada: Person, phone: Device, laptop: Device
) -> None:
    first = phone.new(name="Maria")
    phone.round(first)
    lost = phone.change(first["id"], {"notes": "grows tomatoes"})
    phone.ask(lost)
    _fill(app, ada, DEVICES_AT_MOST)
    laptop.round(laptop.new(name="Ana"))

    refusal = phone.refused(lost)
    known = phone.round(last_answered=0, epoch=None, limit=1)
    _become_new(phone)
    phone.round({**lost, "number": 1})

    assert (refusal["code"], refusal["last_number"]) == ("resync", 0)
    assert known["last_number"] == 0
    assert phone.catch_up()[first["id"]]["body"] == {"name": "Maria", "notes": "grows tomatoes"}
    assert len(phone.holds) == 2
    assert not any(record.get("kept") for record in phone.holds.values())


def test_a_forgotten_device_whose_first_answer_was_lost_doubles_nothing(
    app: Flask, ada: Person, phone: Device, laptop: Device
) -> None:
    first = phone.new(name="Maria")
    phone.ask(first)
    _fill(app, ada, DEVICES_AT_MOST)
    laptop.catch_up()
    laptop.round(laptop.change(first["id"], {"notes": "grows tomatoes"}))

    phone.round(first)

    held = phone.catch_up()
    assert [record["body"] for record in held.values()] == [
        {"name": "Maria", "notes": "grows tomatoes"}
    ]


def _become_new(device: Device) -> None:
    device.id, device.holds = str(uuid4()), {}
    device.cursor = device.last_number = device.last_answered = 0
    device.mark = None


def _renumbered(device: Device, batches: list[list[Any]]) -> list[list[Any]]:
    """Make a device a new one that sends the same changes again."""
    _become_new(device)
    return [
        [device.change(one["id"], one["set"], base_seq=one["base_seq"]) for one in batch]
        for batch in batches
    ]


def _fill(app: Flask, owner: Person, count: int) -> None:
    """Add devices that were seen after all others of today."""
    with app.app_context():
        seen_at = utc_now() + timedelta(days=1)
        values = {"owner_id": owner.id, "last_number": 1, "last_answered": 1, "seen_at": seen_at}
        rows = [{"id": str(uuid4()), **values} for _ in range(count)]
        db.session.execute(insert(devices), rows)
        db.session.commit()


def _ids(app: Flask, owner_id: str) -> set[str]:
    with app.app_context():
        query = select(devices.c.id).where(devices.c.owner_id == owner_id)
        return set(db.session.execute(query).scalars())


def _kept(app: Flask) -> list[Any]:
    query = select(answered_rounds.c.answers).order_by(answered_rounds.c.last_number)
    with app.app_context():
        rows = db.session.execute(query).scalars()
        return [one["result"] for row in rows for one in orjson.loads(row)]
