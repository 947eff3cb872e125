"""Copies a SQLite database, and checks that a file is an intact database of Earshot."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from backend.backups.archive import BackupError


def copy_database(source: Path, target: Path) -> None:
    """Copy a database that may be in use into a new file that only its owner can read.

    Uses SQLite's online backup: https://www.sqlite.org/backup.html

    Raises:
        BackupError: The source is missing or can't be read.
    """
    if not source.is_file():
        raise BackupError(f"{source} does not exist.")
    os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(_open(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
            # Else the copy would want a log beside it, which nobody takes along.
            new.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        raise BackupError(f"{source} cannot be read: {error}.") from None


def check_sound(path: Path) -> None:
    """Check that a file is an intact database of Earshot.

    Raises:
        BackupError: It is another file, or damaged.
    """
    with closing(_open(path)) as database:
        try:
            wrong = database.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]
            broken = database.execute("PRAGMA foreign_key_check").fetchone()
            database.execute("SELECT epoch FROM server").fetchone()
        except sqlite3.DatabaseError:
            raise BackupError(f"{path} is not an Earshot database.") from None
    if wrong or broken:
        raise BackupError(f"{path} is damaged.")


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
