"""The commands `backup` and `restore`, for whoever runs the server."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from backend.backups.archive import BackupError
from backend.backups.backup import back_up
from backend.backups.restore import restore
from backend.config import config
from backend.db import db, utc_now

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("backup")
@click.argument("file", type=FILE)
@with_appcontext
def backup_command(file: Path) -> None:
    """Write a backup into FILE; the server can keep running."""
    try:
        back_up(db.engine.url, config().instance_dir, file)
    except BackupError as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(f"{file} holds everything up to now. It is as private as your notes.")


@click.command("restore")
@click.argument("file", type=FILE)
@with_appcontext
def restore_command(file: Path) -> None:
    """Replace the database with the backup FILE; stop the server first."""
    try:
        aside = restore(file, utc_now())
    except BackupError as reason:
        raise click.ClickException(f"{reason} Nothing was changed.") from None
    kept = f"; the replaced database is now {aside}" if aside else ""
    click.echo(
        f"{file} is restored{kept}.\nStart the server: each device sends what the backup lacks."
    )
