"""Migrations that are killed: wherever it happens, all or nothing is done, and they run again."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources import ROOT


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of each kind without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new.db'}"
        return
    cluster = request.getfixturevalue("cluster")
    cluster.run("CREATE DATABASE dying")
    yield cluster.url("dying")
    cluster.run("DROP DATABASE dying WITH (FORCE)")


def test_migrations_killed_at_each_statement_can_be_run_again(empty_url: str) -> None:
    command = [sys.executable, "-m", "tests.dying_migrations", empty_url]

    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (said.returncode, said.stderr) == (0, "")
    assert int(said.stdout.split()[-1]) > 20
