"""The server: `create_app` wires it together; only this file imports features."""

from collections.abc import Callable
from datetime import UTC, datetime

import httpx
from flask import Flask
from flask_migrate import Migrate

from backend.accounts.cli import account
from backend.accounts.routes import accounts
from backend.accounts.sessions import init_sessions
from backend.backups.cli import backup_command, restore_command
from backend.checks.cli import check
from backend.config import Config
from backend.db import db, init_db
from backend.demo.cli import demo
from backend.errors import init_errors
from backend.http.access_log import init_access_log
from backend.http.aliases import init_aliases
from backend.http.build import read_build
from backend.http.csrf import init_csrf
from backend.http.health import init_health
from backend.http.path_parameters import init_path_parameters
from backend.http.request_body import init_request_body
from backend.http.require_session import init_require_session
from backend.http.security_headers import init_security_headers
from backend.http.web_app import init_web_app
from backend.reminders.cli import remind, renew_push_key
from backend.reminders.push.app_sender import init_push
from backend.reminders.routes import init_reminders
from backend.sync.live.event_stream import init_streams
from backend.sync.routes import init_rounds

COMMANDS = (account, check, backup_command, restore_command, demo, remind, renew_push_key)


def system_clock() -> datetime:
    """Return the current time of the machine's clock."""
    return datetime.now(UTC)


def create_app(
    config: Config,
    clock: Callable[[], datetime] = system_clock,
    push_transport: httpx.BaseTransport | None = None,
) -> Flask:
    """Wire the whole server.

    Args:
        config: The settings of the environment.
        clock: Returns the current time; tests pass their own.
        push_transport: Sends pushes in place of the network.
    """
    app = Flask(__name__, static_folder=None)
    app.extensions["config"] = config
    app.extensions["clock"] = clock
    build = read_build(config.shell_dir)
    init_db(app)
    Migrate(app, db, compare_type=True, render_as_batch=True)
    init_access_log(app)
    init_errors(app)
    init_csrf(app, config)
    init_health(app)
    init_request_body(app, config)
    init_require_session(app, config)
    init_path_parameters(app)
    init_security_headers(app, build)
    init_sessions(app)
    init_web_app(app, build)
    init_streams(app)
    init_push(app, push_transport)
    app.register_blueprint(accounts)
    init_rounds(app, config)
    init_reminders(app)
    init_aliases(app)
    for command in COMMANDS:
        app.cli.add_command(command)
    return app
