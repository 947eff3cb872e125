"""What is particular about backups of PostgreSQL: its own programs, and a server that runs."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine

from tests.backups.conftest import Run
from tests.cast import Person

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


def test_a_server_that_runs_is_not_restored_under_its_feet(
    app: Flask, ada: Person, run: Run
) -> None:
    run("backup")
    other = create_engine(app.config["SQLALCHEMY_DATABASE_URI"])

    with other.connect():
        code, said = run("restore")
    other.dispose()

    assert (code, "stop the server first" in said) == (1, True)


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_programs_that_are_missing_are_named(
    ada: Person, run: Run, monkeypatch: pytest.MonkeyPatch, command: str, tmp_path: Path
) -> None:
    run("backup", "other.tar")
    monkeypatch.setenv("PATH", str(tmp_path))

    code, said = run(command, "other.tar" if command == "restore" else "backup.tar")

    assert (code, "install the client programs of PostgreSQL" in said) == (1, True)
    assert not list(tmp_path.glob("*.part"))


def test_a_backup_of_the_other_kind_of_database_is_refused(
    ada: Person, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "backup.tar").write_bytes(b"SQLite format 3\0" + b"x" * 5000)

    code, said = run("restore")

    assert (code, "Nothing was changed" in said) == (1, True)
