"""Replaces the SQLite database with a backup, as a new epoch of its history."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from alembic.command import upgrade
from alembic.util import CommandError
from flask import current_app
from sqlalchemy import create_engine

from backend.backups.copy import BackupError, check_sound, copy_database
from backend.sync.purge.purge_list import add_to_purge_list
from backend.sync.purge.replay_purges import replay_purges

# What lets somebody in, by the column that holds its hash.
KEYS = {"session": "token_hash", "invite": "code_hash", "feed": "token_hash"}
PURGED = "SELECT owner_id, id FROM record WHERE kind = 'person' AND purged_at IS NOT NULL"
COMPANIONS = ("-wal", "-shm")


def restore(source: Path, database: Path, now: datetime) -> Path:
    """Check a backup, migrate it, and put it in the database's place in one step.

    See docs/sync.md, "Servers that were rolled back".

    Returns:
        The file to which the replaced database was moved.

    Raises:
        BackupError: The backup can't be used; nothing was changed.
    """
    fresh = database.with_name(f"{database.name}.restoring")
    fresh.unlink(missing_ok=True)
    purged = _rows(database, PURGED)
    try:
        copy_database(source, fresh)
        check_sound(fresh)
        _migrate(fresh)
        _begin_epoch(fresh, database)
        with _out_of_use(database):
            aside = _swap(fresh, database, f"{now:%Y%m%dT%H%M%SZ}")
    finally:
        fresh.unlink(missing_ok=True)
    for owner_id, person_id in purged:
        add_to_purge_list(owner_id, person_id)
    replay_purges()
    return aside


def _migrate(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    config = current_app.extensions["migrate"].migrate.get_config()
    config.attributes["engine"] = engine
    try:
        upgrade(config, "head")
    except CommandError:
        raise BackupError("The backup was made by a newer version of Earshot.") from None
    finally:
        engine.dispose()


@contextmanager
def _out_of_use(database: Path) -> Iterator[None]:
    """Lock the database so that nobody else has it open; a damaged one can't be in use."""
    with closing(sqlite3.connect(database, timeout=1, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise BackupError("The database is in use: stop the server first.") from None
        yield


def _rows(database: Path, query: str) -> list[tuple[str, ...]]:
    """Read rows of the database that is to be replaced; none where it is damaged."""
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as old:
            return old.execute(query).fetchall()
    except sqlite3.DatabaseError:
        return []


def _begin_epoch(fresh: Path, database: Path) -> None:
    """Start a new history, in which sessions that were ended since the backup stay ended."""
    with closing(sqlite3.connect(fresh)) as connection, connection:
        # What belongs to a session goes with it.
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("UPDATE server SET epoch = ?", [str(uuid4())])
        for table, column in KEYS.items():
            still_open = [key for (key,) in _rows(database, f"SELECT {column} FROM {table}")]  # noqa: S608
            known = "SELECT value FROM json_each(?)"
            ended = f"DELETE FROM {table} WHERE {column} NOT IN ({known})"  # noqa: S608
            connection.execute(ended, [json.dumps(still_open)])


def _swap(fresh: Path, database: Path, moment: str) -> Path:
    aside = database.with_name(f"{database.name}.before-{moment}")
    os.link(database, aside)
    for companion in COMPANIONS:
        # Only beside a damaged one; the new one must never meet them.
        log = database.with_name(database.name + companion)
        if log.exists():
            log.rename(aside.with_name(aside.name + companion))
    fresh.replace(database)
    folder = os.open(database.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return aside
