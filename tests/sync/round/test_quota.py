"""The quota of an account: a change beyond it is refused alone, and the sums are exact."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from backend.accounts.models import User
from backend.config import Config
from backend.db import db
from backend.sync.history.trim_history import HISTORY_DAYS, OLD_AT_ONCE, VALUES_PER_FIELD
from backend.sync.store.usage import Usage, count_usage
from tests.cast import Clock, Person, signed_in
from tests.sync.device import Device

LARGE = "x" * 90_000
FULL_AT = 11


@pytest.fixture(name="settings")
def small_quota(database_url: str, tmp_path: Path) -> Config:
    return Config(
        database_url=database_url, instance_dir=tmp_path, quota_bytes=1_000_000, quota_records=30
    )


def sums_of(app: Flask, person: Person) -> Usage:
    """Return what is noted with the owner's row."""
    with app.app_context():
        columns = [getattr(User, name) for name in Usage._fields]
        return Usage(*db.session.execute(select(*columns).where(User.id == person.id)).one())


def counted(app: Flask, person: Person) -> Usage:
    """Return what is really there."""
    with app.app_context(), db.engine.connect() as connection:
        return count_usage(connection, person.id)


def fill(device: Device) -> list[str]:
    """Store large records until there is no room for another."""
    people = [device.new(notes=LARGE) for _ in range(FULL_AT)]
    for one in people:
        device.round(one)
    results = [device.round(device.new(notes=LARGE)), device.round(device.new(notes=LARGE))]
    assert {one["results"][0].get("code") for one in results} == {"quota"}
    return [str(one["id"]) for one in people]


def test_a_change_beyond_the_quota_is_refused_alone(phone: Device, laptop: Device) -> None:
    held = fill(phone)
    large, small = phone.new(notes=LARGE), phone.new(name="Maria")

    answer = phone.round(large, small)

    assert [one.get("code") for one in answer["results"]] == ["quota", None]
    assert set(laptop.catch_up()) == {*held, small["id"]}
    assert phone.round({**large, "base_seq": 0}, small)["results"][0]["seen_before"]


def test_every_answer_says_how_much_room_there_is(phone: Device) -> None:
    empty = phone.round()["room"]
    after = phone.round(phone.new(notes=LARGE))["room"]

    assert empty == {
        "used_bytes": 0,
        "max_bytes": 1_000_000,
        "used_records": 0,
        "max_records": 30,
    }
    assert 90_000 < after["used_bytes"] < 91_000
    assert after["used_records"] == 1
    assert phone.round()["room"] == after


def test_the_number_of_records_has_a_limit_too(phone: Device) -> None:
    answer = phone.round(*(phone.new(name=f"{n}") for n in range(31)))

    assert [one.get("code") for one in answer["results"]] == [*[None] * 30, "quota"]


def test_what_is_overwritten_counts_until_it_is_forgotten(
    app: Flask, ada: Person, phone: Device, clock: Clock
) -> None:
    person = phone.new(notes=LARGE)
    phone.round(person)
    for n in range(9):
        phone.round(phone.change(person["id"], {"notes": f"{n}{LARGE}"}))
    before = phone.round(phone.change(person["id"], {"notes": f"more {LARGE}"}))

    clock.move(days=HISTORY_DAYS + 1)
    later = Device(ada, signed_in(app, ada.id))
    later.catch_up()
    answers = [later.round(later.change(person["id"], {"notes": LARGE})) for _ in range(2)]

    assert before["results"][0].get("code") is None
    assert [one["results"][0].get("code") for one in answers] == ["quota", None]
    assert answers[1]["room"]["used_bytes"] < before["room"]["used_bytes"] / 4
    assert sums_of(app, ada) == counted(app, ada)


def test_a_deletion_always_has_room_and_gives_room_back(phone: Device) -> None:
    first, *_ = fill(phone)

    deleted = phone.round(phone.change(first, None, action="delete"))
    again = phone.round(phone.new(notes=LARGE))

    assert deleted["results"][0]["outcome"] == "applied"
    assert deleted["room"]["used_bytes"] < 1_000_000 - 90_000
    assert again["results"][0]["outcome"] == "applied"


def test_what_was_deleted_comes_back_where_there_is_room(phone: Device) -> None:
    first, second, *_ = fill(phone)
    phone.round(phone.change(first, None, action="delete"))
    phone.round(phone.new(notes=LARGE))

    full = phone.round(phone.change(first, None, action="restore"))
    phone.round(phone.change(second, None, action="delete"))
    room = phone.round(phone.change(first, None, action="restore"))

    assert full["results"][0]["code"] == "quota"
    assert room["results"][0]["outcome"] == "applied"


def test_deleting_makes_no_room_without_end(phone: Device, app: Flask, ada: Person) -> None:
    for _ in range(40):
        person = phone.new(notes=LARGE)
        phone.round(person)
        if person["id"] in phone.holds:
            phone.round(phone.change(person["id"], None, action="delete"))

    usage = counted(app, ada)

    assert usage.live_bytes + usage.deleted_bytes < 2_100_000


def test_a_purge_has_room_and_gives_it_back(phone: Device, ada: Person) -> None:
    first, *_ = fill(phone)
    phone.round(phone.change(first, {"name": "Maria"}))

    answer = ada.phone.call("POST", "/api/purge", json={"account_id": ada.id, "id": first})

    assert answer.status_code == 204
    assert phone.round(phone.new(notes=LARGE))["results"][0]["outcome"] == "applied"


def test_one_account_does_not_take_the_room_of_another(phone: Device, bens_phone: Device) -> None:
    fill(phone)

    assert bens_phone.round()["room"]["used_bytes"] == 0
    assert bens_phone.round(bens_phone.new(notes=LARGE))["results"][0]["outcome"] == "applied"


def test_devices_that_write_at_once_stay_within_the_quota(app: Flask, ada: Person) -> None:
    devices = [Device(ada, signed_in(app, ada.id)) for _ in range(4)]

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(_write_much, devices))

    assert sums_of(app, ada) == counted(app, ada)
    assert 900_000 < sums_of(app, ada).live_bytes <= 1_000_000


def test_values_beyond_the_limit_of_a_field_give_their_room_back(
    app: Flask, ada: Person, phone: Device
) -> None:
    person = phone.new(name="Li", notes="é" * 50)
    phone.round(person)
    for begin in range(0, VALUES_PER_FIELD + 60, 80):
        edits = [{"notes": f"{n} ü"} for n in range(begin, begin + 80)]
        phone.round(*(phone.change(person["id"], one) for one in edits))

    assert sums_of(app, ada) == counted(app, ada)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["set", "clear", "both", "delete", "restore", "purge", "later"]),
        st.integers(0, 2),
        st.text(st.sampled_from('añ漢"\\\n '), max_size=30),
    ),
    max_size=12,
)


@given(STEPS)
@settings(max_examples=40)
def test_the_sums_are_what_is_stored(
    app: Flask,
    ada: Person,
    phone: Device,
    laptop: Device,
    clock: Clock,
    steps: list[tuple[str, int, str]],
) -> None:
    people = [phone.new(name="Maria", person_ids=[]) for _ in range(3)]
    phone.round(*people)
    for what, which, words in steps:
        _take_step(ada, phone, laptop, clock, (what, str(people[which]["id"]), words))

    assert sums_of(app, ada) == counted(app, ada)


def _take_step(
    ada: Person, phone: Device, laptop: Device, clock: Clock, step: tuple[str, str, str]
) -> None:
    what, id, words = step
    if what == "purge":
        ada.phone.call("POST", "/api/purge", json={"account_id": ada.id, "id": id})
    elif what == "later":
        clock.move(days=HISTORY_DAYS / OLD_AT_ONCE)
    elif what in ("delete", "restore"):
        phone.round(phone.change(id, None, action=what))
    elif what == "both":
        phone.round(phone.change(id, {"name": words[:9], "notes": words}))
        laptop.round(laptop.change(id, {"name": "Li", "notes": f"{words} more"}, base_seq=1))
    else:
        phone.round(phone.change(id, {"notes": words if what == "set" else None}))


def test_the_sums_of_an_older_database_are_counted(
    app: Flask, ada: Person, phone: Device, laptop: Device
) -> None:
    person, other = phone.new(notes="漢字"), phone.new(name="Li")
    phone.round(person, other)
    phone.round(phone.change(person["id"], {"notes": "é"}))
    phone.round(phone.change(other["id"], None, action="delete"))
    before = sums_of(app, ada)
    with app.app_context():
        downgrade(revision="0008")
        upgrade()

    assert before.deleted_records == before.live_records == 1
    assert sums_of(app, ada) == before
    assert set(laptop.catch_up()) == {person["id"], other["id"]}


def _write_much(device: Device) -> list[Any]:
    return [device.round(device.new(notes="x" * 40_000)) for _ in range(9)]
