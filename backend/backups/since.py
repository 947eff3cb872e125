"""What happened since a backup and must not be undone by it: ended sessions, passwords, purges."""

from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import BindParameter, Connection, Engine, String, bindparam, text
from sqlalchemy.exc import DBAPIError

# What lets somebody in, by the column that holds its hash.
KEYS = {"session": "token_hash", "invite": "code_hash", "feed": "token_hash"}
PURGED = "SELECT owner_id, id FROM record WHERE kind = 'person' AND purged_at IS NOT NULL"
PASSWORDS = 'SELECT id, password_hash FROM "user"'


class Since(NamedTuple):
    """What a database knows that is about to be replaced; empty where it is new or damaged."""

    keys: dict[str, list[str]]
    passwords: dict[str, str]
    purged: list[tuple[str, str]]


def read_since(engine: Engine) -> Since:
    """Read what the database knows that is about to be replaced."""
    keys = {
        table: [row[0] for row in _rows(engine, f"SELECT {column} FROM {table}")]  # noqa: S608
        for table, column in KEYS.items()
    }
    purged = [(owner_id, id) for owner_id, id in _rows(engine, PURGED)]
    passwords = {row[0]: row[1] for row in _rows(engine, PASSWORDS)}
    return Since(keys, passwords, purged)


def begin_epoch(connection: Connection, since: Since) -> None:
    """Start a new history in a restored database, without undoing what happened since.

    Sessions, invites and feeds that were ended stay ended, and what belongs to a session goes with
    it. Of somebody whom both know, the password that was set last is kept.
    """
    connection.execute(text("UPDATE server SET epoch = :epoch"), {"epoch": str(uuid4())})
    for table, column in KEYS.items():
        ended = text(f"DELETE FROM {table} WHERE {column} NOT IN :open")  # noqa: S608
        still_open: BindParameter[str] = bindparam(
            "open", since.keys[table], String, expanding=True
        )
        connection.execute(ended.bindparams(still_open))
    changed = text('UPDATE "user" SET password_hash = :known WHERE id = :id')
    for id, known in since.passwords.items():
        connection.execute(changed, {"id": id, "known": known})


def _rows(engine: Engine, query: str) -> list[tuple[str, ...]]:
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]
    except DBAPIError:
        return []
