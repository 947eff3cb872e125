"""Trims the history: how long it reaches back, and how many values of one field it keeps."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, bindparam, delete, select, text, update

from backend.sync.models import revisions
from backend.sync.store.row_bytes import ROW_BYTES, SIZE_IN_BYTES

# A device that comes back after longer than this merges without a base: both versions stay.
HISTORY_DAYS = 400
VALUES_PER_FIELD = 500
# Beyond as many as were added. A server whose clock runs years ahead for an hour has then
# forgotten a little, and not everything at its first write.
OLD_AT_ONCE = 20

_REMEMBERED = (revisions.c.owner_id == bindparam("owner"), revisions.c.forgotten_at.is_(None))
_PLACE = (revisions.c.record_id, revisions.c.field, revisions.c.seq)
OLD = (
    select(*_PLACE)
    .where(*_REMEMBERED, revisions.c.taken_at < bindparam("begin"))
    .order_by(revisions.c.taken_at)
    .limit(bindparam("at_most"))
)
MANY = select(*_PLACE).where(
    *_REMEMBERED,
    revisions.c.record_id == bindparam("record"),
    revisions.c.field == bindparam("field"),
    revisions.c.nth <= bindparam("last"),
)
_OF_FIELD = (
    revisions.c.owner_id == bindparam("owner"),
    revisions.c.record_id == bindparam("in_record"),
    revisions.c.field == bindparam("in_field"),
)
EMPTY = (
    update(revisions)
    .where(*_OF_FIELD, revisions.c.seq == bindparam("newest"))
    .values(overwritten="null", sent="null", forgotten_at=bindparam("now"))
)
REMOVE = delete(revisions).where(*_OF_FIELD, revisions.c.seq < bindparam("newest"))
FREED = {
    dialect: text(
        f"SELECT COALESCE(SUM({ROW_BYTES} + {size.format('overwritten')} + {size.format('sent')}),"  # noqa: S608
        " 0) FROM revision WHERE owner_id = :owner AND record_id = :in_record AND field = :in_field"
        " AND seq <= :newest AND forgotten_at IS NULL"
    )
    for dialect, size in SIZE_IN_BYTES.items()
}


def trim_old(connection: Connection, owner_id: str, now: datetime, added_count: int) -> int:
    """Trim values that were overwritten before the history begins, a few at a time.

    Returns:
        The bytes that were freed, as a quota counts them.
    """
    begin = now - timedelta(days=HISTORY_DAYS)
    which = {"owner": owner_id, "begin": begin, "at_most": added_count + OLD_AT_ONCE}
    return _trim(connection, owner_id, connection.execute(OLD, which).all(), now)


def trim_frequent(
    connection: Connection, owner_id: str, counts: Mapping[tuple[str, str], int], now: datetime
) -> int:
    """Trim the oldest values of fields that were overwritten very often.

    Args:
        connection: The transaction.
        owner_id: The user.
        counts: By record and field, how often it was overwritten so far.
        now: The current time.

    Returns:
        The bytes that were freed, as a quota counts them.
    """
    freed = 0
    for (record_id, field), count in counts.items():
        if count > VALUES_PER_FIELD:
            which = {"record": record_id, "field": field, "last": count - VALUES_PER_FIELD}
            rows = connection.execute(MANY, {"owner": owner_id, **which}).all()
            freed += _trim(connection, owner_id, rows, now)
    return freed


def _trim(
    connection: Connection, owner_id: str, places: Sequence[Row[str, str, int]], now: datetime
) -> int:
    """Remove the values; of each field the newest position stays, without its values."""
    newest: dict[tuple[str, str], int] = {}
    for record_id, field, seq in places:
        newest[record_id, field] = max(seq, newest.get((record_id, field), 0))
    rows = [
        {"owner": owner_id, "in_record": record_id, "in_field": field, "newest": seq, "now": now}
        for (record_id, field), seq in newest.items()
    ]
    if not rows:
        return 0
    query = FREED[connection.dialect.name]
    freed = sum(int(connection.execute(query, one).scalar_one()) for one in rows)
    connection.execute(EMPTY, rows)
    connection.execute(REMOVE, rows)
    return freed
