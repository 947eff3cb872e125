"""Replaces the content of a PostgreSQL database with that of a backup."""

from pathlib import Path

from sqlalchemy import inspect

from backend.backups.backup import back_up
from backend.backups.migrate import migrate, refuse_newer
from backend.backups.postgresql_dump import load_dump, refuse_in_use, version_of
from backend.backups.since import Since, begin_epoch, read_since
from backend.config import config
from backend.db import db


def replace_postgresql(dump: Path, moment: str) -> tuple[Path | None, Since]:
    """Load a dump in place of what the database holds.

    Returns:
        A backup of what was replaced, if there was anything, and what it knew.

    Raises:
        BackupError: The dump can't be used, or a server runs; nothing was changed.
    """
    engine, folder = db.engine, config().instance_dir
    db.session.remove()
    engine.dispose()
    refuse_newer(version_of(engine.url, dump))
    refuse_in_use(engine)
    since, aside = read_since(engine), None
    if inspect(engine).has_table("server"):
        aside = folder / f"earshot.before-{moment}.tar"
        back_up(engine.url, folder, aside)
    engine.dispose()
    load_dump(engine.url, dump)
    migrate(engine)
    with engine.begin() as connection:
        begin_epoch(connection, since)
    return aside, since
