"""The stage: the real app on SQLite and on PostgreSQL, with Ada and Ben signed in."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import hypothesis
import pytest
from flask import Flask
from flask_migrate import upgrade
from hypothesis import HealthCheck

from backend import create_app
from backend.config import Config
from backend.db import db
from tests.cast import Browser, Clock, Person, signed_up
from tests.contract_check import watch_contracts
from tests.postgresql import Cluster, running_cluster
from tests.sync.device import Device

# The same examples each time, and however long a busy machine takes for one of them.
hypothesis.settings.register_profile(
    "same_each_time",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
hypothesis.settings.load_profile("same_each_time")


# What takes longest, in this order: it begins first, so that it does not end long after the rest.
LONGEST = ("tests/test_dying_migrations.py", "tests/faults/", "tests/e2e/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def place(item: pytest.Item) -> int:
        return next((n for n, path in enumerate(LONGEST) if item.nodeid.startswith(path)), 9)

    items.sort(key=place)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with running_cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "earshot.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_template(cluster: Cluster) -> str:
    cluster.run("CREATE DATABASE migrated")
    _migrate(cluster.url("migrated"))
    return "migrated"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty, migrated database of each kind, this test's own."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "earshot.db")
        yield f"sqlite:///{tmp_path / 'earshot.db'}"
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    name = f"test_{uuid4().hex}"
    cluster.run(f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('migrated_template')}")
    yield cluster.url(name)
    cluster.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Config:
    # Tests sync more often than devices do.
    return Config(database_url=database_url, instance_dir=tmp_path, rounds_per_minute=1_000_000)


@pytest.fixture
def app(settings: Config, clock: Clock) -> Iterator[Flask]:
    app = create_app(settings, clock)
    broken = watch_contracts(app)
    yield app
    _let_go(app)
    assert broken == []


@pytest.fixture
def stranger(app: Flask) -> Browser:
    """Somebody's browser without a session."""
    return Browser(app)


@pytest.fixture
def ada(app: Flask) -> Person:
    return signed_up(app, "ada")


@pytest.fixture
def ben(app: Flask) -> Person:
    return signed_up(app, "ben")


@pytest.fixture
def phone(ada: Person) -> Device:
    """Ada's phone, as the protocol of sync knows it."""
    return Device(ada, ada.phone)


@pytest.fixture
def laptop(ada: Person) -> Device:
    return Device(ada, ada.laptop)


def _migrate(url: str) -> None:
    app = create_app(Config(database_url=url))
    with app.app_context():
        upgrade()
    _let_go(app)


def _let_go(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()
