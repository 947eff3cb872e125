"""The database: its handle, the names of constraints, the app's clock, and write transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, DateTime, Dialect, MetaData, TypeDecorator, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session

from backend.turns import TurnQueue

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "busy_timeout = 5000",
)
WRITE_WAIT_SECONDS = 20
# Who waits for the database holds a thread: these together are fewer than the server has, so that
# reads go on while all writers wait. Several may write at once on PostgreSQL.
WRITING_AT_ONCE = {"sqlite": 1, "postgresql": 6}
WRITING_AND_WAITING = 10
# Else a writer on PostgreSQL would wait for a lock of another as long as that holds it.
SET_LOCK_TIMEOUT = "SET lock_timeout = '5s'"


class Model(DeclarativeBase):
    """The base class of all tables."""

    metadata = MetaData(naming_convention=NAMES)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, also on a database that stores no time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Add UTC where the database returned no time zone."""
        return value.replace(tzinfo=UTC) if value and dialect.name == "sqlite" else value


db = SQLAlchemy(
    model_class=Model,
    engine_options={"hide_parameters": True},
    session_options={"expire_on_commit": False},
)


def utc_now() -> datetime:
    """Return the current time of the app's clock."""
    moment: datetime = current_app.extensions["clock"]()
    return moment


def iso_utc(moment: datetime) -> str:
    """Return a moment as our JSON has it: ISO 8601 in UTC, with milliseconds and Z."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


@contextmanager
def write_transaction() -> Iterator[Session]:
    """Run one write transaction: committed at the end, rolled back by any exception.

    On SQLite, writers take turns in the order in which they came. On PostgreSQL a few write at
    once, and whoever needs an order locks the owner's row.

    Raises:
        Refusal: `busy`, where too many wait for their turn, or have waited for too long.
    """
    session = db.session()
    # What was read before belongs to an older snapshot, which SQLite lets nobody write from.
    session.commit()
    queue: TurnQueue = current_app.extensions["write_queue"]
    with queue.turn(WRITE_WAIT_SECONDS), session.begin():
        if db.engine.dialect.name == "sqlite":
            session.connection(execution_options={"begin": "BEGIN IMMEDIATE"})
        yield session


def lock_table(transaction: Session, table: type[Model]) -> None:
    """Keep everybody else from writing to a table until this transaction ends; reads go on.

    SQLite has one writer anyway.
    """
    if db.engine.dialect.name == "postgresql":
        name = db.engine.dialect.identifier_preparer.quote(table.__tablename__)
        transaction.execute(text(f"LOCK TABLE {name} IN SHARE ROW EXCLUSIVE MODE"))


def overwrite_log() -> None:
    """Make SQLite empty its log, which still held the old content, into the database file."""
    if db.engine.dialect.name == "sqlite":
        connection = db.engine.raw_connection()
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.close()


def insert(table: type[Model]) -> sqlite.Insert | postgresql.Insert:
    """Return an INSERT with `on_conflict_…` of the database that is in use."""
    if db.engine.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


def init_db(app: Flask) -> None:
    """Connect the app to its database, and set up SQLite where it is SQLite."""
    app.config["SQLALCHEMY_DATABASE_URI"] = app.extensions["config"].database()
    db.init_app(app)
    with app.app_context():
        at_once = WRITING_AT_ONCE[db.engine.dialect.name]
        app.extensions["write_queue"] = TurnQueue(at_once, WRITING_AND_WAITING - at_once)
        if db.engine.dialect.name == "sqlite":
            _make_private_file(Path(db.engine.url.database or ""))
            event.listen(db.engine, "connect", _prepare_sqlite)
            event.listen(db.engine, "begin", _begin_sqlite)
        else:
            event.listen(db.engine, "connect", _prepare_postgresql)


def _make_private_file(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # Python's own driver would begin transactions late and never for reads: we begin them.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    # Outside of a transaction, for a rollback would take the setting back.
    connection.autocommit = True
    connection.execute(SET_LOCK_TIMEOUT)
    connection.autocommit = False


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
