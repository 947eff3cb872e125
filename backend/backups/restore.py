"""Restores a backup as a new epoch of the database's history.

See docs/sync.md, "Servers that were rolled back".
"""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from backend.backups.archive import POSTGRESQL, SQLITE, unpack_archive
from backend.backups.beside import put_beside
from backend.backups.replace_postgresql import replace_postgresql
from backend.backups.replace_sqlite import replace_sqlite
from backend.backups.since import Since
from backend.config import config
from backend.db import db
from backend.sync.purge.purge_list import add_to_purge_list
from backend.sync.purge.replay_purges import replay_purges


def restore(source: Path, now: datetime) -> Path | None:
    """Check a backup, migrate it, and put it in the database's place in one step.

    What happened since is not undone: ended sessions stay ended, passwords stay changed, and
    whoever was purged is purged again, also on a new host, as far as the backup knows of it.

    Returns:
        The file that holds the replaced database, if there was one.

    Raises:
        BackupError: The backup can't be used; nothing was changed.
    """
    folder = config().instance_dir
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    is_sqlite = db.engine.dialect.name == "sqlite"
    with TemporaryDirectory(dir=folder, prefix=".restoring-") as space:
        unpacked = Path(space)
        database = unpack_archive(source, SQLITE if is_sqlite else POSTGRESQL, unpacked)
        replace = replace_sqlite if is_sqlite else replace_postgresql
        aside, since = replace(database, f"{now:%Y%m%dT%H%M%SZ}")
        put_beside(unpacked, folder)
    _purge_again(since)
    return aside


def _purge_again(since: Since) -> None:
    for owner_id, person_id in since.purged:
        add_to_purge_list(owner_id, person_id)
    replay_purges()
