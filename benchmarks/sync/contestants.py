"""Who is measured: the bare endpoint and Earshot on both databases, and its peers."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import psutil
from sqlalchemy import create_engine, text

from benchmarks.sync.device import EMAIL, PASSWORD
from benchmarks.sync.server import HOST, PORT, ROOT, Server, node, running
from tests.postgresql import running_cluster

HERE = Path(__file__).parent
ACTUAL = HERE / "node_modules/@actual-app/sync-server/build/bin/actual-server.js"
# Durable as by default; what vacuums on its own account would be counted as somebody's round.
DURABLE = "-c listen_addresses='' -c autovacuum=off"
DATABASE = "measured"
BARE, BARE_ON_POSTGRESQL = "bare Flask, SQLite", "bare Flask, PostgreSQL"


@dataclass(frozen=True)
class Contestant:
    """One row of the table.

    Attributes:
        name: What the row is called.
        device: The file in devices/ that plays the device.
        serve: Runs the server in a folder.
        limit: The bare endpoint that it is compared with: the one on its own database.
    """

    name: str
    device: str
    serve: Callable[[Path], AbstractContextManager[Server]]
    limit: str = BARE


def serve_bare(folder: Path) -> AbstractContextManager[Server]:
    """Serve the endpoint that only stores."""
    return _bare(str(folder / "bare.db"), folder)


def serve_bare_on_postgresql(folder: Path) -> AbstractContextManager[Server]:
    """Serve the endpoint that only stores, on PostgreSQL."""
    return _on_postgresql(lambda url: _bare(url.replace("+psycopg", ""), folder))


@contextmanager
def serve_on_sqlite(folder: Path) -> Iterator[Server]:
    """Serve Earshot as `make run` does."""
    with _earshot(folder) as server:
        yield replace(server, database_url=f"sqlite:///{folder / 'earshot.db'}")


def serve_on_postgresql(folder: Path) -> AbstractContextManager[Server]:
    """Serve Earshot on PostgreSQL."""
    return _on_postgresql(lambda url: _earshot(folder, url))


def serve_rxdb(folder: Path) -> AbstractContextManager[Server]:
    """Serve the server of RxDB's tutorial."""
    return running([node(), HERE / "servers/rxdb.js", str(PORT), folder / "rxdb.db"], folder)


def serve_pouchdb(folder: Path) -> AbstractContextManager[Server]:
    """Serve express-pouchdb."""
    return running([node(), HERE / "servers/pouchdb.js", str(PORT), folder], folder)


def serve_actual(folder: Path) -> AbstractContextManager[Server]:
    """Serve Actual's sync server as it is published."""
    settings = {"ACTUAL_PORT": str(PORT), "ACTUAL_HOSTNAME": HOST, "ACTUAL_DATA_DIR": str(folder)}
    return running([node(), ACTUAL], folder, settings)


CONTESTANTS = [
    Contestant(BARE, "bare", serve_bare),
    Contestant("Earshot, SQLite", "earshot", serve_on_sqlite),
    Contestant("Earshot, SQLite, not packed", "earshot_plain", serve_on_sqlite),
    Contestant(BARE_ON_POSTGRESQL, "bare", serve_bare_on_postgresql, BARE_ON_POSTGRESQL),
    Contestant("Earshot, PostgreSQL", "earshot", serve_on_postgresql, BARE_ON_POSTGRESQL),
    Contestant(
        "Earshot, PostgreSQL, not packed", "earshot_plain", serve_on_postgresql, BARE_ON_POSTGRESQL
    ),
    Contestant("RxDB, HTTP replication", "rxdb", serve_rxdb),
    Contestant("PouchDB, express-pouchdb", "pouchdb", serve_pouchdb),
    Contestant("Actual, message per record", "actual_by_record", serve_actual),
    Contestant("Actual, message per field", "actual_by_field", serve_actual),
]


def _bare(place: str, folder: Path) -> AbstractContextManager[Server]:
    return running([sys.executable, HERE / "servers/bare.py", str(PORT), place], folder)


@contextmanager
def _earshot(folder: Path, database_url: str = "") -> Iterator[Server]:
    settings = {
        "PORT": str(PORT),
        "INSTANCE_DIR": str(folder),
        "DATABASE_URL": database_url,
        # The load comes from one address, as through a proxy, and is heavier than that of devices.
        "PROXY_COUNT": "1",
        "ROUNDS_PER_MINUTE": "1000000",
    }
    with running([sys.executable, ROOT / "app.py"], folder, settings) as server:
        # Behind a proxy the first account would need the server's set-up code.
        create = [sys.executable, "-m", "flask", "--app", "app", "account", "create", EMAIL]
        environment = {**os.environ, **settings}
        subprocess.run(create, cwd=ROOT, env=environment, input=PASSWORD, text=True, check=True)
        yield server


@contextmanager
def _on_postgresql(serve: Callable[[str], AbstractContextManager[Server]]) -> Iterator[Server]:
    """Serve on a throw-away PostgreSQL cluster that keeps what it acknowledges."""
    with running_cluster(DURABLE) as cluster:
        cluster.run(f"CREATE DATABASE {DATABASE}")
        url = cluster.url(DATABASE)
        with serve(url) as server:
            yield replace(
                server,
                processes=(*server.processes, psutil.Process(cluster.pid())),
                disk_bytes=partial(_size_of, url),
                database_url=url,
            )


def _size_of(database_url: str) -> int:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        size: int = connection.execute(text(f"SELECT pg_database_size('{DATABASE}')")).scalar_one()
    engine.dispose()
    return size
