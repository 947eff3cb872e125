"""The stage of the faults: the real app on SQLite in this process, for as many worlds as wanted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.e2e.server import Server
from tests.faults.processes import Processes, breakable_server, build_shim
from tests.faults.world import World

NewWorld = Callable[[], World]


@pytest.fixture
def database_url(tmp_path: Path, migrated_file: Path) -> str:
    """A file that every new world lays down anew."""
    (tmp_path / "earshot.db").write_bytes(migrated_file.read_bytes())
    return f"sqlite:///{tmp_path / 'earshot.db'}"


@pytest.fixture
def new_world(app: Flask, tmp_path: Path, migrated_file: Path) -> NewWorld:
    return lambda: World(app, tmp_path / "earshot.db", migrated_file)


@pytest.fixture
def world(new_world: NewWorld) -> World:
    return new_world()


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_shim(tmp_path_factory.mktemp("shim"))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, shim: Path) -> Iterator[Server]:
    server = breakable_server(tmp_path_factory.mktemp("breakable"), shim)
    yield server
    server.stop()


@pytest.fixture
def processes(server: Server) -> Iterator[Processes]:
    """Ada's and Ben's devices at a running server, where nobody else's accounts are touched."""
    processes = Processes(server)
    yield processes
    processes.close()
