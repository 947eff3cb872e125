"""Keeps the history within its bounds: how long, and how many values of one field."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, bindparam, delete, update

from backend.sync.models import revisions

# A device that comes back after longer than this merges without a base: both versions stay.
HISTORY_DAYS = 400
VALUES_PER_FIELD = 500


def forget_old(connection: Connection, owner_id: str, now: datetime) -> None:
    """Forget what was written over longer ago than the history reaches."""
    is_old = revisions.c.taken_at < now - timedelta(days=HISTORY_DAYS)
    _forget(connection, owner_id, is_old, now)


def forget_many(
    connection: Connection, owner_id: str, counts: Mapping[tuple[str, str], int], now: datetime
) -> None:
    """Forget the oldest values of fields that were written over very often.

    takes: counts, how often each field of a record was written over until now
    """
    for (record_id, field), count in counts.items():
        if count > VALUES_PER_FIELD:
            is_one_of_many = (
                (revisions.c.record_id == record_id)
                & (revisions.c.field == field)
                & (revisions.c.nth <= count - VALUES_PER_FIELD)
            )
            _forget(connection, owner_id, is_one_of_many, now)


def _forget(
    connection: Connection, owner_id: str, which: ColumnElement[bool], now: datetime
) -> None:
    """Take the values away; of each field the newest place stays, without its values."""
    forgotten = connection.execute(
        update(revisions)
        .where(revisions.c.owner_id == owner_id, revisions.c.forgotten_at.is_(None), which)
        .values(overwritten="null", sent="null", forgotten_at=now)
        .returning(revisions.c.record_id, revisions.c.field, revisions.c.seq)
    ).all()
    newest: dict[tuple[str, str], int] = {}
    for record_id, field, seq in forgotten:
        newest[record_id, field] = max(seq, newest.get((record_id, field), 0))
    rows = [
        {"in_record": record_id, "in_field": field, "newest": seq}
        for (record_id, field), seq in newest.items()
    ]
    if rows:
        connection.execute(
            delete(revisions).where(
                revisions.c.owner_id == owner_id,
                revisions.c.record_id == bindparam("in_record"),
                revisions.c.field == bindparam("in_field"),
                revisions.c.seq < bindparam("newest"),
            ),
            rows,
        )
