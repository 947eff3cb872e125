"""Runs all migrations again and again, killed one statement later each time, to the end."""

import os
import signal
import sys
from typing import Any

from flask_migrate import check, upgrade
from sqlalchemy import event, inspect

from backend import create_app
from backend.config import Config
from backend.db import db


def main(url: str) -> int:
    """Return how often the migrations were killed before they came through.

    Raises:
        AssertionError: A death left something behind.
    """
    deaths = 0
    while (ended := _run(url, deaths + 1)) == -signal.SIGKILL:
        deaths += 1
    assert ended == 0, "a killed migration left something behind, or cannot be run again"
    return deaths


def _run(url: str, deadly: int) -> int:
    # A child of this process needs no second to import everything.
    child = os.fork()
    if child == 0:
        _migrate(url, deadly)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _migrate(url: str, deadly: int) -> None:
    app = create_app(Config(database_url=url))
    with app.app_context():
        if inspect(db.engine).get_table_names():
            # Killed after the commit: then all of it has to be there.
            check()
        steps = iter(range(1, deadly + 1))

        def step(*_: Any) -> None:
            if next(steps) == deadly:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(db.engine, "before_cursor_execute", step)
        event.listen(db.engine, "commit", step)
        upgrade()
        event.remove(db.engine, "before_cursor_execute", step)
        event.remove(db.engine, "commit", step)
        check()
    os._exit(0)


if __name__ == "__main__":
    print(main(sys.argv[1]))
