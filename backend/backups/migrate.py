"""Brings a restored database up to date before anybody uses it."""

from alembic.command import upgrade
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from flask import current_app
from sqlalchemy import Engine

from backend.backups.archive import BackupError

NEWER = "The backup was made by a newer version of Earshot."


def migrate(engine: Engine) -> None:
    """Run the migrations that a database lacks.

    Raises:
        BackupError: A newer version made it.
    """
    config = current_app.extensions["migrate"].migrate.get_config()
    config.attributes["engine"] = engine
    try:
        upgrade(config, "head")
    except CommandError:
        raise BackupError(NEWER) from None


def refuse_newer(version: str) -> None:
    """Check that this version of Earshot knows a migration.

    Raises:
        BackupError: It doesn't.
    """
    config = current_app.extensions["migrate"].migrate.get_config()
    try:
        ScriptDirectory.from_config(config).get_revision(version)
    except CommandError:
        raise BackupError(NEWER) from None
