"""Ada's devices with everything that they keep, and the commands of whoever runs the server."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from backend.db import db
from tests.cast import Person
from tests.faults.device import Device

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def phone(ada: Person) -> Device:
    return Device("phone", ada.id)


@pytest.fixture
def laptop(ada: Person) -> Device:
    return Device("laptop", ada.id)


@pytest.fixture
def run(app: Flask, tmp_path: Path) -> Run:
    """Run a command with a file of this test's, while the server stands still."""

    def run(command: str, file: str = "backup.tar", host: Flask = app) -> tuple[int, str]:
        close(host)
        said = host.test_cli_runner().invoke(args=[command, str(tmp_path / file)])
        return said.exit_code, said.output

    return run


def close(app: Flask) -> None:
    """Close the database, as a server that has stopped."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
