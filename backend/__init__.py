"""The server: create_app wires it whole; only this file imports features."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask
from flask_migrate import Migrate

from backend.accounts.sessions import init_sessions
from backend.config import Config
from backend.db import db, init_db
from backend.doors import init_doors
from backend.errors import init_errors


def system_clock() -> datetime:
    """Give the moment that the machine's clock shows."""
    return datetime.now(UTC)


def create_app(config: Config, clock: Callable[[], datetime] = system_clock) -> Flask:
    """Wire the whole server."""
    app = Flask(__name__, static_folder=None)
    app.extensions["config"] = config
    app.extensions["clock"] = clock
    init_db(app)
    Migrate(app, db, compare_type=True, render_as_batch=True)
    init_errors(app)
    init_sessions(app)
    init_doors(app)
    return app
