"""The server as a program: `python app.py` migrates, serves and reminds; `flask` runs commands."""

import gc
import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event as Signal
from threading import Thread
from typing import Any

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy.exc import DBAPIError

from backend import create_app
from backend.accounts.setup_code import setup_code
from backend.accounts.sign_up import sign_up_mode
from backend.config import BadConfig, Config
from backend.http.access_log import log_to_stderr
from backend.http.server.listen import listen
from backend.reminders.push.app_sender import push_sender
from backend.reminders.worker import run_worker
from backend.sync.live.event_stream import STREAM_PATHS, WAITING_AT_MOST
from backend.sync.purge.replay_purges import replay_purges

OBJECTS_UNTIL_COLLECTED = 50_000
# A thread that computes lets another one on after this time; one that only answers waits less.
SWITCH_SECONDS = 0.001


def main(app: Flask, config: Config) -> None:
    """Serve until stopped."""
    server = _listen(app, config)
    log_to_stderr()
    with app.app_context(), _one_sentence():
        config.secret()
        upgrade()
        replay_purges()
        is_new = sign_up_mode() == "first"
        code = "" if config.is_loopback_only() else setup_code(config)
        _check_push_keys()
    _spare_the_collector()
    _take_short_turns()
    over = Signal()
    reminding = Thread(target=run_worker, args=(app, over), name="reminding")
    # Not before the collector ran: what it calls would swallow the end of the program.
    _stop_when_told(app, over)
    print(_greeting(config, is_new, code), flush=True)
    reminding.start()
    try:
        server.run()
    finally:
        # What is being sent is sent, and noted, before the process ends.
        over.set()
        reminding.join()


@contextmanager
def _one_sentence() -> Iterator[None]:
    """End the program with one sentence where a disk, a database or a setting fails."""
    try:
        yield
    except BadConfig as error:
        reason = str(error)
    except OSError as error:
        reason = f"{error.filename or 'the disk'} fails: {error.strerror or error}"
    except (DBAPIError, sqlite3.Error) as error:
        cause = str(getattr(error, "orig", error)).strip().splitlines()
        reason = f"the database fails: {' '.join(cause[:1])}"
    else:
        return
    sys.exit(f"Earshot can't start: {reason}.")


def _check_push_keys() -> None:
    try:
        push_sender()
    except ValueError:
        sys.exit("Earshot can't start: the keys for pushes are invalid, see docs/running.md.")


def _spare_the_collector() -> None:
    # What was loaded stays for good, and a round makes thousands of objects that no circle holds.
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_UNTIL_COLLECTED)


def _take_short_turns() -> None:
    sys.setswitchinterval(SWITCH_SECONDS)


def _listen(app: Flask, config: Config) -> Any:
    try:
        return listen(app, config, STREAM_PATHS, WAITING_AT_MOST)
    except OSError as error:
        sys.exit(
            f"Earshot can't listen on {config.host}:{config.port}: {error.strerror or error}.\n"
            "If it is already running, open that address; if not, choose another port: "
            f"PORT={config.port + 1} make run"
        )


def _stop_when_told(app: Flask, over: Signal) -> None:
    """Stop for a service manager as for Ctrl-C: finish open requests, close the live streams."""

    def stop(*_: object) -> None:
        app.extensions["streams"].end()
        over.set()
        sys.exit()

    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, stop)


def _greeting(config: Config, is_new: bool, code: str) -> str:
    next_step = "Stop it with Ctrl-C."
    if is_new and code:
        next_step = (
            f"Open it under its public name and create the first account. Set-up code: {code}"
        )
    elif is_new:
        next_step = (
            "Open it and create the first account. To look around in a year of sample data: "
            "make demo"
        )
    return f"Earshot is on http://{config.host}:{config.port}\n{next_step}"


with _one_sentence():
    settings = Config.from_environment(os.environ)
    app = create_app(settings)

if __name__ == "__main__":
    main(app, settings)
