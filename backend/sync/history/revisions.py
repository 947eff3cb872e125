"""Overwritten values, and from them what a device saw of a field when it made a change."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, Row, bindparam, insert, select

from backend.sync.history.trim_history import trim_frequent, trim_old
from backend.sync.models import revisions
from backend.sync.store.record_state import ServerRecord


@dataclass(frozen=True)
class Revision:
    """One overwritten value; `sent` is what the device sent where a merge stored another value.

    Of a trimmed one only the position is known.
    """

    record_id: str
    field: str
    seq: int
    overwritten: Any
    as_sent: bool
    sent: Any
    device_id: str
    made_at: str
    nth: int
    is_forgotten: bool = False


SINCE = (
    select(revisions)
    .where(
        revisions.c.owner_id == bindparam("owner"),
        revisions.c.record_id == bindparam("record"),
        revisions.c.field == bindparam("field"),
        revisions.c.seq > bindparam("base"),
    )
    .order_by(revisions.c.seq)
)


class History:
    """The history of one owner's records in one round: what is stored, and what it adds."""

    def __init__(self, connection: Connection, owner_id: str) -> None:
        self._connection = connection
        self._owner_id = owner_id
        self._added: dict[tuple[str, str], list[Revision]] = {}

    def add(self, overwritten: list[Revision]) -> None:
        """Add what one change has overwritten."""
        for one in overwritten:
            self._added.setdefault((one.record_id, one.field), []).append(one)

    def since(self, record_id: str, field: str, base_seq: int) -> list[Revision]:
        """Return a field's revisions above a seq, the oldest first."""
        where = {"owner": self._owner_id, "record": record_id, "field": field, "base": base_seq}
        rows = self._connection.execute(SINCE, where)
        added = self._added.get((record_id, field), [])
        return [*map(_read, rows), *(one for one in added if one.seq > base_seq)]

    def store(self, now: datetime) -> int:
        """Store what this round added, and trim what is beyond the limits.

        Returns:
            The bytes that the trimmed values had, as a quota counts them.
        """
        rows = [_row(one, self._owner_id, now) for some in self._added.values() for one in some]
        if rows:
            self._connection.execute(insert(revisions), rows)
        freed = trim_old(self._connection, self._owner_id, now, len(rows))
        counts = {place: some[-1].nth for place, some in self._added.items()}
        return freed + trim_frequent(self._connection, self._owner_id, counts, now)


def seen_value(record: ServerRecord, base_seq: int, device_id: str, since: list[Revision]) -> Any:
    """Return what a device saw in a field: the state at `base_seq` with its own later changes.

    Args:
        record: The record as it is stored.
        base_seq: The seq that the device had seen.
        device_id: The device.
        since: The field's revisions above `base_seq`, the oldest first.

    Raises:
        LookupError: The history no longer reaches back that far.
    """
    own = next((one for one in reversed(since) if one.device_id == device_id), None)
    if own and not own.as_sent:
        return _known(own).sent
    begin = own.seq if own else base_seq
    if record.created.device_id == device_id:
        begin = max(begin, record.created.seq)
    if begin < record.created.seq:
        return None
    later = next((one for one in since if one.seq > begin), None)
    if later is None:
        raise LookupError
    return _known(later).overwritten


def _known(revision: Revision) -> Revision:
    if revision.is_forgotten:
        raise LookupError
    return revision


def _read(row: Row[Any]) -> Revision:
    return Revision(
        record_id=row.record_id,
        field=row.field,
        seq=row.seq,
        overwritten=orjson.loads(row.overwritten),
        as_sent=row.as_sent,
        sent=orjson.loads(row.sent),
        device_id=row.device_id,
        made_at=row.made_at,
        nth=row.nth,
        is_forgotten=row.forgotten_at is not None,
    )


def _row(revision: Revision, owner_id: str, now: datetime) -> dict[str, Any]:
    return {
        "owner_id": owner_id,
        "record_id": revision.record_id,
        "field": revision.field,
        "seq": revision.seq,
        "overwritten": orjson.dumps(revision.overwritten).decode(),
        "as_sent": revision.as_sent,
        "sent": orjson.dumps(revision.sent).decode(),
        "device_id": revision.device_id,
        "made_at": revision.made_at,
        "taken_at": now,
        "nth": revision.nth,
    }
