"""`make soak`: many made-up calls on both databases, with a fresh seed or with `SEED`."""

import os
import secrets
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from flask_migrate import upgrade

from backend import create_app
from backend.config import Config
from backend.db import db
from tests.api.made_up_calls import MadeUpCalls
from tests.cast import Clock
from tests.postgresql import running_cluster

CALLS = 20_000
POSTGRESQL = "calls"


def main() -> int:
    """Make the calls on SQLite and on PostgreSQL, and return the exit code."""
    seed = int(os.environ.get("SEED") or secrets.randbelow(2**30))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        cluster = stack.enter_context(running_cluster())
        cluster.run(f"CREATE DATABASE {POSTGRESQL}")
        urls = (f"sqlite:///{folder / 'earshot.db'}", cluster.url(POSTGRESQL))
        return max(_failed(url, folder, seed) for url in urls)


def _failed(url: str, folder: Path, seed: int) -> int:
    clock = Clock()
    app = create_app(Config(database_url=url, instance_dir=folder), clock)
    with app.app_context():
        upgrade()
    calls = MadeUpCalls(app, clock)
    calls.make(CALLS, seed)
    with app.app_context():
        print(
            f"{db.engine.dialect.name}: {calls.statuses.total()} calls with seed {seed}:", end=" "
        )
        db.engine.dispose()
    print(dict(sorted(calls.statuses.items())), *calls.failures, sep="\n", flush=True)
    return int(bool(calls.failures))


if __name__ == "__main__":
    sys.exit(main())
