"""Takes a backup of a SQLite database while the server runs."""

from contextlib import suppress
from pathlib import Path

from backend.backups.copy import BackupError, check_sound, copy_database


def back_up(database: Path, target: Path) -> None:
    """Copy the database into a new file, which appears when it is complete.

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
        copy_database(database, part)
        check_sound(part)
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)
