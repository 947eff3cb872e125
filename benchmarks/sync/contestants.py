"""Who is measured: the bare endpoint, Earshot on both databases, and its peers."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import psutil
from sqlalchemy import create_engine, text

from benchmarks.sync.server import HOST, PORT, ROOT, Server, node, running
from tests.postgresql import running_cluster

HERE = Path(__file__).parent
ACTUAL = HERE / "node_modules/@actual-app/sync-server/build/bin/actual-server.js"
# Durable as by default; what vacuums on its own account would be counted as somebody's round.
DURABLE = "-c listen_addresses='' -c autovacuum=off"
DATABASE = "measured"


@dataclass(frozen=True)
class Contestant:
    """One row of the table: `device` names a file in devices/, `serve` runs its server."""

    name: str
    device: str
    serve: Callable[[Path], AbstractContextManager[Server]]


def serve_bare(folder: Path) -> AbstractContextManager[Server]:
    """Serve the endpoint that only stores."""
    return running(
        [sys.executable, HERE / "servers/bare.py", str(PORT), folder / "bare.db"], folder
    )


@contextmanager
def serve_on_sqlite(folder: Path) -> Iterator[Server]:
    """Serve Earshot as `make run` does."""
    with running([sys.executable, ROOT / "app.py"], folder, _settings(folder)) as server:
        yield replace(server, database_url=f"sqlite:///{folder / 'earshot.db'}")


@contextmanager
def serve_on_postgresql(folder: Path) -> Iterator[Server]:
    """Serve Earshot on a throw-away PostgreSQL cluster that keeps what it acknowledges."""
    with running_cluster(DURABLE) as cluster:
        cluster.run(f"CREATE DATABASE {DATABASE}")
        url = cluster.url(DATABASE)
        with running([sys.executable, ROOT / "app.py"], folder, _settings(folder, url)) as server:
            yield replace(
                server,
                processes=(*server.processes, psutil.Process(cluster.pid())),
                disk_bytes=partial(_size_of, url),
                database_url=url,
            )


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


BARE = Contestant("bare Flask, one executemany", "bare", serve_bare)
CONTESTANTS = [
    BARE,
    Contestant("Earshot, SQLite", "earshot", serve_on_sqlite),
    Contestant("Earshot, SQLite, not packed", "earshot_plain", serve_on_sqlite),
    Contestant("Earshot, PostgreSQL", "earshot", serve_on_postgresql),
    Contestant("Earshot, PostgreSQL, not packed", "earshot_plain", serve_on_postgresql),
    Contestant("RxDB, HTTP replication", "rxdb", serve_rxdb),
    Contestant("PouchDB, express-pouchdb", "pouchdb", serve_pouchdb),
    Contestant("Actual, message per record", "actual_by_record", serve_actual),
    Contestant("Actual, message per field", "actual_by_field", serve_actual),
]


def _settings(folder: Path, database_url: str = "") -> dict[str, str]:
    return {"PORT": str(PORT), "INSTANCE_DIR": str(folder), "DATABASE_URL": database_url}


def _size_of(database_url: str) -> int:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        size: int = connection.execute(text(f"SELECT pg_database_size('{DATABASE}')")).scalar_one()
    engine.dispose()
    return size
