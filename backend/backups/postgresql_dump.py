"""Dumps a PostgreSQL database and loads it again, with PostgreSQL's own programs."""

import os
import re
import subprocess
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.engine import URL

from backend.backups.archive import BackupError

LOAD = ("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction")
OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


def dump_database(url: URL, target: Path) -> None:
    """Write a consistent dump into a new file; the server can keep running.

    Raises:
        BackupError: The program is missing or fails.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
    _run(url, ["pg_dump", "--format=custom", f"--file={target}", f"--dbname={_address(url)}"])


def load_dump(url: URL, dump: Path) -> None:
    """Replace the content of the database with a dump, as a whole or not at all.

    Raises:
        BackupError: The program is missing or fails.
    """
    _run(url, [*LOAD, f"--dbname={_address(url)}", str(dump)])


def version_of(url: URL, dump: Path) -> str:
    """Return the migration that a dump is at.

    Raises:
        BackupError: It is damaged, or no database of Earshot.
    """
    rows = ["pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(dump)]
    found = re.search(r"^COPY .*alembic_version.*\n(\w+)\n", _run(url, rows), re.M)
    if found is None:
        raise BackupError("The backup holds no database of Earshot.")
    return found[1]


def refuse_in_use(engine: Engine) -> None:
    """Check that no server has the database open.

    Raises:
        BackupError: One has.
    """
    with engine.connect() as connection:
        if connection.execute(text(OTHERS)).scalar_one():
            raise BackupError("The database is in use: stop the server first.")


def _address(url: URL) -> str:
    return url.set(drivername="postgresql", password=None).render_as_string()


def _run(url: URL, command: list[str]) -> str:
    password = {"PGPASSWORD": url.password} if url.password else {}
    try:
        ended = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, check=False, env=os.environ | password
        )
    except FileNotFoundError:
        raise BackupError(
            f"{command[0]} is missing: install the client programs of PostgreSQL."
        ) from None
    if ended.returncode:
        # The first line says what failed; others may quote what stands in the database.
        reason = next(iter(ended.stderr.strip().splitlines()), "no reason was said")
        raise BackupError(f"{command[0]} failed: {reason}.")
    return ended.stdout
