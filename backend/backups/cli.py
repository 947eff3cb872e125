"""The commands `backup` and `restore`, for whoever runs the server."""

import shlex
from pathlib import Path

import click
from flask.cli import with_appcontext

from backend.backups.backup import back_up
from backend.backups.copy import BackupError
from backend.backups.restore import restore
from backend.db import db, utc_now

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("backup")
@click.argument("file", type=FILE)
@with_appcontext
def backup_command(file: Path) -> None:
    """Write a backup into FILE; the server can keep running."""
    database = _sqlite_file(["pg_dump", "--format=custom", f"--file={file}"])
    try:
        back_up(database, file)
    except BackupError as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(f"{file} holds everything up to now. It is as private as your notes.")


@click.command("restore")
@click.argument("file", type=FILE)
@with_appcontext
def restore_command(file: Path) -> None:
    """Replace the database with the backup FILE; stop the server first."""
    database = _sqlite_file(["pg_restore", "--clean", "--if-exists", "--single-transaction"], file)
    try:
        aside = restore(file, database, utc_now())
    except BackupError as reason:
        raise click.ClickException(f"{reason} Nothing was changed.") from None
    click.echo(
        f"{file} is restored; the replaced database is now {aside}.\n"
        "Start the server: each device sends what the backup lacks."
    )


def _sqlite_file(with_postgresql: list[str], *files: Path) -> Path:
    """Return the database file; for PostgreSQL, stop and name the program to run instead."""
    url = db.engine.url
    if url.get_backend_name() == "sqlite":
        return Path(url.database or "")
    address = url.set(drivername="postgresql", password=None).render_as_string()
    command = shlex.join([*with_postgresql, f"--dbname={address}", *map(str, files)])
    raise click.ClickException(f"PostgreSQL has its own program for this; run:\n{command}")
