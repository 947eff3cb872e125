"""Takes a backup while the server runs: one file that holds everything."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.engine import URL

from backend.backups.archive import POSTGRESQL, SQLITE, BackupError, write_archive
from backend.backups.postgresql_dump import dump_database
from backend.backups.sqlite_copy import check_sound, copy_database


def back_up(url: URL, folder: Path, target: Path) -> None:
    """Write a backup into a new file, which appears when it is complete.

    Args:
        url: The database.
        folder: The folder of the files beside it.
        target: The new file.

    Raises:
        BackupError: The file exists, has no folder, or the database can't be read.
    """
    if target.exists():
        raise BackupError(f"{target} already exists; a backup never overwrites a file.")
    if not target.parent.is_dir():
        raise BackupError(f"{target.parent} is not a folder.")
    part = target.with_name(f"{target.name}.part")
    with suppress(FileNotFoundError):
        part.unlink()
    try:
        # Beside the target, where there has to be room anyway.
        with TemporaryDirectory(dir=target.parent, prefix=".earshot-backup-") as space:
            database, name = _copy(url, Path(space))
            write_archive(part, database, name, folder)
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)


def _copy(url: URL, space: Path) -> tuple[Path, str]:
    """Copy the database, and return the file and its name in the archive."""
    if url.get_backend_name() == "sqlite":
        copy_database(Path(url.database or ""), space / SQLITE)
        check_sound(space / SQLITE)
        return space / SQLITE, SQLITE
    dump_database(url, space / POSTGRESQL)
    return space / POSTGRESQL, POSTGRESQL
