"""Fills an account behind the server's back: its records are doubled until there are enough."""

import secrets

from sqlalchemy import (
    Connection,
    Engine,
    Select,
    String,
    cast,
    create_engine,
    func,
    insert,
    select,
    text,
    update,
)

from backend.accounts.models import User
from backend.sync.models import marks, records
from benchmarks.sync.device import Content, place_at

# What a server that came by so much in the course of time has long done.
SETTLE = {
    "sqlite": ["PRAGMA wal_checkpoint(TRUNCATE)"],
    "postgresql": ["VACUUM ANALYZE", "CHECKPOINT"],
}


def grow(database_url: str, size: int) -> Content:
    """Copy the only account's records until it has `size` of them, and add a mark.

    Returns:
        The cursor of a device that has seen them all.
    """
    engine = create_engine(database_url)
    with engine.begin() as connection:
        head = connection.execute(select(User.head_seq)).scalar_one()
        while head < size:
            copies = _copies(head, min(head, size - head))
            connection.execute(insert(records).from_select(list(records.columns), copies))
            head = min(2 * head, size)
        place = _mark(connection, head + 1)
    _settle(engine)
    engine.dispose()
    return place


def _copies(head: int, count: int) -> Select[tuple[object, ...]]:
    """Select the oldest records as they are to be stored again, above the head."""
    seq = records.c.seq + head
    digits = func.substr(cast(1_000_000_000_000 + seq, String), 2, type_=String)
    other = {"id": func.substr(records.c.id, 1, 24, type_=String) + digits, "seq": seq}
    columns = [other.get(column.name, column) for column in records.columns]
    return select(*columns).where(records.c.seq <= count)


def _mark(connection: Connection, head: int) -> Content:
    owner_id = connection.execute(select(User.id)).scalar_one()
    mark = secrets.token_urlsafe(9)
    connection.execute(insert(marks).values(owner_id=owner_id, last_seq=head, mark=mark))
    connection.execute(update(User).values(head_seq=head))
    return place_at(head, mark)


def _settle(engine: Engine) -> None:
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        for statement in SETTLE[engine.dialect.name]:
            connection.execute(text(statement))
