"""Replaces the file of a SQLite database with that of a backup, in one step."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine, NullPool, create_engine, event

from backend.backups.archive import BackupError
from backend.backups.migrate import migrate
from backend.backups.since import Since, begin_epoch, read_since
from backend.backups.sqlite_copy import check_sound, copy_database
from backend.db import db

COMPANIONS = ("-wal", "-shm")


def replace_sqlite(backup: Path, moment: str) -> tuple[Path, Since]:
    """Put a copy of a backup, brought up to date, in the place of the database.

    Returns:
        The file to which the replaced database was moved, and what it knew.

    Raises:
        BackupError: The backup can't be used, or a server runs; nothing was changed.
    """
    database = Path(db.engine.url.database or "")
    fresh = database.with_name(f"{database.name}.restoring")
    fresh.unlink(missing_ok=True)
    since = read_since(_engine(f"file:{database}?mode=ro&uri=true"))
    try:
        copy_database(backup, fresh)
        check_sound(fresh)
        engine = _engine(str(fresh))
        migrate(engine)
        # What belongs to a session goes with it.
        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = ON"))
        with engine.begin() as connection:
            begin_epoch(connection, since)
        with _out_of_use(database):
            return _swap(fresh, database, moment), since
    finally:
        fresh.unlink(missing_ok=True)


def _engine(file: str) -> Engine:
    return create_engine(f"sqlite:///{file}", poolclass=NullPool)


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
