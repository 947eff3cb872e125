"""`make soak`: the simulation with fresh seeds for hours; ends with the number of its verdict."""

import secrets
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from flask_migrate import upgrade

from backend import create_app
from backend.config import Config
from backend.db import db
from tests.cast import Clock
from tests.faults.judge import Judged
from tests.faults.simulation import simulate
from tests.faults.world import World

RUNS, RUNS_OF_A_SEED = 20_000, 200


def main() -> int:
    """Run seed after seed until one fails, and return the exit code."""
    with TemporaryDirectory() as folder:
        file, empty = Path(folder, "earshot.db"), Path(folder, "empty.db")
        app = create_app(Config(database_url=f"sqlite:///{file}", instance_dir=folder), Clock())
        with app.app_context():
            upgrade()
            db.engine.dispose()
        empty.write_bytes(file.read_bytes())
        for done in range(0, RUNS, RUNS_OF_A_SEED):
            seed = secrets.randbelow(2**32)
            print(f"{done} of {RUNS} runs done; seed {seed}", flush=True)
            try:
                simulate(lambda: World(app, file, empty), RUNS_OF_A_SEED, seed)
            except Judged as judged:
                print(f"seed {seed}: {judged}")
                return judged.verdict
    return 0


if __name__ == "__main__":
    sys.exit(main())
