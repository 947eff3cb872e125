"""Checks of what belongs to the server itself: settings, keys, database, disk."""

import os
import shutil
from collections.abc import Iterator
from tempfile import TemporaryFile

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy.exc import DBAPIError

from backend.config import LOOPBACK_NAMES, BadConfig, config
from backend.db import db
from backend.http.build import NOT_BUILT, read_build
from backend.reminders.push.app_sender import push_sender

ROOM_AT_LEAST_BYTES = 200_000_000
MEGABYTE = 1_000_000


def check_settings() -> Iterator[str]:
    """Yield what makes no sense together; each setting alone was checked at start."""
    settings = config()
    names = set(settings.trusted_hosts.split(","))
    if settings.proxy_count and names <= set(LOOPBACK_NAMES):
        yield "PROXY_COUNT says that a proxy is in front, but TRUSTED_HOSTS has no name of its own."
    if bool(settings.smtp_host) != bool(settings.smtp_from):
        yield "the daily e-mail needs both SMTP_HOST and SMTP_FROM."
    if read_build(settings.shell_dir).version == NOT_BUILT:
        yield f"SHELL_DIR: {settings.shell_dir} holds no app; make run builds it."


def check_keys() -> Iterator[str]:
    """Yield which key of the server can't be used."""
    try:
        config().secret()
    except BadConfig as error:
        yield f"{error}."
    except OSError as error:
        yield f"secret can't be read: {error.strerror}."
    try:
        push_sender()
    except ValueError:
        yield "vapid_keys or VAPID_KEYS holds what is no key for pushes."
    except OSError as error:
        yield f"vapid_keys can't be read: {error.strerror}."


def check_database() -> Iterator[str]:
    """Yield why the database can't be used as it is."""
    try:
        with db.engine.connect() as connection:
            now = set(MigrationContext.configure(connection).get_current_heads())
    except DBAPIError as error:
        reason = next(iter(str(error.orig).strip().splitlines()), "")
        yield f"it can't be used: {reason}."
        return
    scripts = ScriptDirectory.from_config(current_app.extensions["migrate"].migrate.get_config())
    if now == set(scripts.get_heads()):
        return
    known = {script.revision for script in scripts.walk_revisions()}
    if now <= known:
        yield "it is not up to date; the server migrates it when it starts."
    else:
        yield "it was made by a newer version of Earshot."


def check_disk() -> Iterator[str]:
    """Yield why INSTANCE_DIR takes no more, or soon won't."""
    folder = config().instance_dir
    try:
        with TemporaryFile(dir=folder, buffering=0) as file:
            file.write(b"x")
            os.fsync(file.fileno())
        free_bytes = shutil.disk_usage(folder).free
    except OSError as error:
        yield f"{folder} can't be written: {error.strerror}."
        return
    if free_bytes < ROOM_AT_LEAST_BYTES:
        yield f"{folder} has room for {free_bytes // MEGABYTE} MB only."
