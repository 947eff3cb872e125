"""Who was purged stays so when an older copy of the database is put in its place by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, Table, insert, select

from backend.db import Model, db
from backend.sync.purge.purge_list import FILE, read_purge_list
from backend.sync.purge.replay_purges import replay_purges
from tests.cast import Browser, Person
from tests.faults.device import Device
from tests.faults.ways import within

MARIA, LI = (f"019aaf00-0000-7000-8000-00000000000{n}" for n in "ab")


@pytest.fixture
def copy(app: Flask) -> Callable[[], Callable[[], None]]:
    """Copy all tables, and return what restores them behind the server's back."""

    def copy() -> Callable[[], None]:
        with app.app_context(), db.engine.begin() as connection:
            rows = {table: _rows(connection, table) for table in Model.metadata.sorted_tables}

        def put_back() -> None:
            with app.app_context(), db.engine.begin() as connection:
                for table in reversed(rows):
                    connection.execute(table.delete())
                for table, held in rows.items():
                    if held:
                        connection.execute(insert(table), held)

        return put_back

    return copy


@pytest.fixture
def start(app: Flask) -> Callable[[], None]:
    """Do what the server does at start with a database that is up to date."""

    def start() -> None:
        with app.app_context():
            replay_purges()

    return start


def test_who_was_purged_since_the_copy_is_gone_once_the_server_starts(
    app: Flask,
    ada: Person,
    phone: Device,
    laptop: Device,
    copy: Callable[[], Callable[[], None]],
    start: Callable[[], None],
) -> None:
    phone.write(MARIA, name="Maria", notes="grows tomatoes")
    phone.write(LI, name="Li")
    _sync(ada.phone, phone)
    put_back = copy()
    _purge(ada, MARIA)
    put_back()
    assert "tomatoes" in _everything(app)

    start()

    assert "tomatoes" not in _everything(app)
    _sync(ada.laptop, laptop)
    assert "tomatoes" not in str(laptop.told)
    assert laptop.holds.records[LI].body == {"name": "Li"}


def test_a_device_that_has_not_heard_brings_nobody_back(
    app: Flask,
    ada: Person,
    phone: Device,
    laptop: Device,
    copy: Callable[[], Callable[[], None]],
    start: Callable[[], None],
) -> None:
    phone.write(LI, name="Li")
    _sync(ada.phone, phone)
    put_back = copy()
    phone.write(MARIA, name="Maria", notes="grows tomatoes")
    _sync(ada.phone, phone)
    _sync(ada.laptop, laptop)
    _purge(ada, MARIA)
    put_back()

    start()
    _sync(ada.laptop, laptop)

    assert "resync" in laptop.refusals
    assert "tomatoes" not in _everything(app)
    assert MARIA in {news["id"] for news in laptop.told if news.get("purged")}


def test_a_purge_that_is_known_takes_no_seq_at_start(
    app: Flask, ada: Person, phone: Device, start: Callable[[], None]
) -> None:
    phone.write(MARIA, name="Maria")
    _sync(ada.phone, phone)
    _purge(ada, MARIA)
    before = _everything(app)

    start()

    assert _everything(app) == before


def test_whose_account_the_copy_lacks_is_left_alone(
    app: Flask, ada: Person, start: Callable[[], None], tmp_path: Path
) -> None:
    before = _everything(app)
    (tmp_path / FILE).write_text(f"\n{MARIA} {LI}")

    start()

    assert _everything(app) == before


def test_the_list_holds_ids_only_each_once_and_bears_a_line_cut_short(
    app: Flask, ada: Person, phone: Device, tmp_path: Path
) -> None:
    phone.write(MARIA, name="Maria")
    _sync(ada.phone, phone)
    (tmp_path / FILE).write_text(f"\n{ada.id} 019aaf")

    _purge(ada, MARIA)
    _purge(ada, MARIA)

    assert (tmp_path / FILE).read_text() == f"\n{ada.id} 019aaf\n{ada.id} {MARIA}"
    with app.app_context():
        assert read_purge_list() == {(ada.id, MARIA)}


def _purge(person: Person, id: str) -> None:
    body = {"account_id": person.id, "id": id}
    assert person.phone.call("POST", "/api/purge", json=body).status_code == 204


def _sync(browser: Browser, device: Device) -> None:
    assert device.sync(within(browser)) == "synced"


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(select(table))]


def _everything(app: Flask) -> str:
    with app.app_context(), db.engine.connect() as connection:
        return str([_rows(connection, table) for table in Model.metadata.sorted_tables])
