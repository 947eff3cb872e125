"""Connects alembic to the app's database, on SQLite and PostgreSQL alike."""

from typing import Any

from alembic import context
from flask import current_app
from sqlalchemy import Connection, TypeDecorator, text

MIGRATING = 3_277_401

migrate = current_app.extensions["migrate"]


def render_item(kind: str, item: Any, _context: Any) -> str | bool:
    """Write a type of ours as the plain type below it: old migrations need none of our code."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def hold_rounds_up(connection: Connection) -> None:
    """Migrate one at a time while rounds wait: midway both would deadlock."""
    # A migration waits for as long as others migrate.
    connection.execute(text("SET LOCAL lock_timeout = 0"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATING})
    heads = context.get_context().get_current_heads()
    if heads and set(heads) != set(context.script.get_heads()):
        connection.execute(text('LOCK TABLE "user" IN ACCESS EXCLUSIVE MODE'))


def run(connection: Connection) -> None:
    """Run the migrations in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=migrate.db.metadata,
        render_item=render_item,
        transactional_ddl=True,
        **migrate.configure_args,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            hold_rounds_up(connection)
        context.run_migrations()


# A restore migrates a file that is not yet the app's database.
engine = context.config.attributes.get("engine", migrate.db.engine)

with engine.connect() as connection:
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        # A table that SQLite copies to change it must not take its children with it.
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")
    run(connection)
    if is_sqlite:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        connection.detach()
        if broken:
            raise RuntimeError(f"{len(broken)} rows point nowhere")
