"""The one file of a backup: a tar of the database and of the files that belong to it."""

import os
import tarfile
from pathlib import Path

from backend.sync.purge.purge_list import FILE as PURGED

# What a backup holds besides the database, where it is there.
BESIDE = (PURGED, "vapid_keys", "secret")
SQLITE, POSTGRESQL = "earshot.db", "earshot.dump"
SQLITE_BEGINNING = b"SQLite format 3\0"


class BackupError(Exception):
    """Why a backup can't be taken or restored, in one sentence."""


def write_archive(target: Path, database: Path, name: str, folder: Path) -> None:
    """Write a new file that only its owner can read, complete and on the disk.

    Args:
        target: The new file.
        database: A copy or a dump of the database.
        name: How it is called in the archive.
        folder: The folder of the files beside the database.
    """
    made = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(made, "w+b") as file:
        with tarfile.open(fileobj=file, mode="w") as archive:
            for beside in BESIDE:
                if (folder / beside).is_file():
                    archive.add(folder / beside, beside)
            # The last, so that a file that is cut short anywhere is found to be damaged.
            archive.add(database, name)
        file.flush()
        os.fsync(file.fileno())


def unpack_archive(source: Path, name: str, folder: Path) -> Path:
    """Unpack a backup into an empty folder, and return the file of its database.

    A backup of 0.2.0 is the SQLite database itself.

    Raises:
        BackupError: It is missing, another file, damaged, or of the other kind of database.
    """
    if not source.is_file():
        raise BackupError(f"{source} does not exist.")
    with source.open("rb") as file:
        if name == SQLITE and file.read(len(SQLITE_BEGINNING)) == SQLITE_BEGINNING:
            return source
    try:
        with tarfile.open(source, "r:") as archive:
            names = archive.getnames()
            for member in {name, *BESIDE} & set(names):
                archive.extract(member, folder, filter="data")
    except (tarfile.TarError, OSError):
        raise BackupError(f"{source} is damaged, or no backup of Earshot.") from None
    if name not in names:
        other = "PostgreSQL" if name == SQLITE else "SQLite"
        raise BackupError(f"{source} holds no database of this kind, but perhaps of {other}.")
    return folder / name
