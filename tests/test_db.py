"""Writing: in turn, durable, and a busy or full database is said so."""

import sqlite3
from pathlib import Path
from threading import Event as Signal
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import create_engine, event, text, update

from backend.accounts.models import User
from backend.db import WRITING_AND_WAITING, db, write_transaction
from backend.errors import Refusal
from tests.cast import Clock, Person
from tests.e2e.waiting import wait_until
from tests.sync.device import Device

DISK_FULL = """CREATE FUNCTION disk_full() RETURNS trigger AS
    $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql"""
ON_EACH_RECORD = "CREATE TRIGGER disk_full BEFORE INSERT ON record EXECUTE FUNCTION disk_full()"
END_THE_OTHERS = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


def test_a_failed_transaction_leaves_nothing(app: Flask, ada: Person) -> None:
    with app.app_context():
        with pytest.raises(ZeroDivisionError), write_transaction() as transaction:
            transaction.execute(update(User).values(head_seq=7))
            raise ZeroDivisionError

        assert db.session.scalars(db.select(User.head_seq)).all() == [0]


def test_two_who_count_up_at_once_both_count(app: Flask, ada: Person) -> None:
    def count_up() -> None:
        for _ in range(20):
            with app.app_context(), write_transaction() as transaction:
                user = transaction.scalars(db.select(User).with_for_update()).one()
                user.head_seq += 1

    writers = [Thread(target=count_up) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    with app.app_context():
        assert db.session.scalars(db.select(User.head_seq)).one() == 60


@on_sqlite
def test_a_database_held_by_another_program_is_busy(
    app: Flask, ada: Person, clock: Clock, tmp_path: Path
) -> None:
    clock.move(hours=2)
    with app.app_context():
        event.listen(db.engine, "checkout", lambda c, *_: c.execute("PRAGMA busy_timeout = 20"))
    holder = sqlite3.connect(tmp_path / "earshot.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    refused, read = fill(ada), ada.phone.call("GET", "/api/account")
    holder.close()

    assert (refused.status_code, refused.json["code"]) == (503, "busy")
    assert int(refused.headers["Retry-After"]) > 0
    assert read.status_code == 200
    assert fill(ada).status_code == 200


@on_postgresql
def test_a_row_held_by_another_program_is_busy(app: Flask, ada: Person) -> None:
    with app.app_context():
        event.listen(db.engine, "checkout", lambda c, *_: c.execute("SET lock_timeout = '20ms'"))
    other = create_engine(app.config["SQLALCHEMY_DATABASE_URI"])

    with other.connect() as holder:
        holder.execute(text('SELECT * FROM "user" FOR UPDATE'))
        refused, read = fill(ada), ada.phone.call("GET", "/api/account")
    other.dispose()

    assert (refused.status_code, refused.json["code"]) == (503, "busy")
    assert int(refused.headers["Retry-After"]) > 0
    assert read.status_code == 200


@on_postgresql
def test_nobody_waits_for_a_lock_of_postgresql_for_long(app: Flask) -> None:
    with app.app_context():
        assert db.session.scalar(text("SHOW lock_timeout")) == "5s"


def test_more_writers_than_may_wait_are_refused_at_once(app: Flask, ada: Person) -> None:
    refused, enough = [], Signal()

    def write() -> None:
        try:
            with app.app_context(), write_transaction():
                enough.wait(60)
        except Refusal as refusal:
            refused.append(refusal.code)

    writers = [Thread(target=write) for _ in range(WRITING_AND_WAITING + 3)]
    for writer in writers:
        writer.start()
    wait_until(lambda: len(refused) == 3, "those who are too many to be refused")
    read = ada.phone.call("GET", "/api/account")
    enough.set()
    for writer in writers:
        writer.join()

    assert set(refused) == {"busy"}
    assert read.status_code == 200


@on_sqlite
def test_a_full_disk_under_sqlite_is_said_so(app: Flask, ada: Person) -> None:
    with app.app_context():
        pages = db.session.scalar(text("PRAGMA page_count"))
        limit = f"PRAGMA max_page_count = {pages}"
        event.listen(db.engine, "checkout", lambda c, *_: c.execute(limit))

    answer = fill(ada)

    assert (answer.status_code, answer.json["code"]) == (507, "server_full")


@on_sqlite
def test_a_disk_that_takes_no_more_writes_lets_devices_wait(
    app: Flask, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    with app.app_context():
        event.listen(db.engine, "checkout", lambda c, *_: c.execute("PRAGMA query_only = ON"))

    answer = fill(ada)

    assert (answer.status_code, answer.json["code"]) == (503, "busy")
    assert int(answer.headers["Retry-After"]) > 0
    assert "OperationalError" in caplog.text


@on_postgresql
def test_a_full_disk_under_postgresql_is_said_so(app: Flask, ada: Person) -> None:
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text(DISK_FULL))
        connection.execute(text(ON_EACH_RECORD))

    answer = fill(ada)

    assert (answer.status_code, answer.json["code"]) == (507, "server_full")


@on_postgresql
def test_a_lost_database_is_busy_until_it_is_back(app: Flask, ada: Person) -> None:
    assert ada.phone.call("GET", "/api/account").status_code == 200
    other = create_engine(app.config["SQLALCHEMY_DATABASE_URI"])
    with other.connect() as connection:
        ended = connection.execute(text(END_THE_OTHERS)).all()
    other.dispose()

    answers = [ada.phone.call("GET", "/api/account") for _ in range(2)]

    assert len(ended) >= 1
    assert [answer.status_code for answer in answers] == [503, 200]


@on_sqlite
def test_what_is_committed_survives_and_what_is_deleted_is_gone(app: Flask) -> None:
    names = ["journal_mode", "synchronous", "foreign_keys", "secure_delete"]

    with app.app_context():
        pragmas = [db.session.scalar(text(f"PRAGMA {name}")) for name in names]

    assert pragmas == ["wal", 2, 1, 1]


def fill(person: Person) -> Any:
    device = Device(person, person.phone)
    return device.ask(device.new(name="Maria", notes="grows tomatoes " * 6000))
