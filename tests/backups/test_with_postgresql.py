"""Backup and restore under PostgreSQL: its own programs do it, and ours say how."""

import pytest
from flask import Flask

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.mark.parametrize(
    ("command", "program"), [("backup", "pg_dump --format=custom"), ("restore", "pg_restore ")]
)
def test_the_command_to_run_is_said_exactly(app: Flask, command: str, program: str) -> None:
    said = app.test_cli_runner().invoke(args=[command, "notes of may.dump"])

    assert said.exit_code == 1
    assert program in said.output
    assert "'" in said.output
    assert "notes of may.dump" in said.output
    assert "psycopg" not in said.output
