"""What an account stores, counted against its quota: kept as sums with the owner's row."""

from typing import NamedTuple

from sqlalchemy import Connection, TextClause, text

from backend.sync.store.record_state import ServerRecord
from backend.sync.store.row_bytes import ROW_BYTES, SIZE_IN_BYTES


class Amount(NamedTuple):
    """How much an account stores, or may store."""

    byte_count: int
    record_count: int


class Usage(NamedTuple):
    """Sums over the records and the history of an account.

    `live_bytes` holds the history as well. Purged records and forgotten values count nothing.
    """

    live_bytes: int = 0
    deleted_bytes: int = 0
    live_records: int = 0
    deleted_records: int = 0

    def plus(self, other: "Usage") -> "Usage":
        """Return the sums of both."""
        return Usage(
            self.live_bytes + other.live_bytes,
            self.deleted_bytes + other.deleted_bytes,
            self.live_records + other.live_records,
            self.deleted_records + other.deleted_records,
        )

    def minus(self, other: "Usage") -> "Usage":
        """Return the sums without those of another."""
        return self.plus(Usage(*(-one for one in other)))

    def used(self, quota: Amount) -> Amount:
        """Return what counts against a quota.

        What was deleted can be restored and so takes room, but whoever deletes wants room back: as
        much as the whole quota is free.
        """
        return Amount(
            self.live_bytes + max(0, self.deleted_bytes - quota.byte_count),
            self.live_records + max(0, self.deleted_records - quota.record_count),
        )


def usage_of(record: ServerRecord, size: int) -> Usage:
    """Return what one record counts, of which the bytes are known."""
    if record.purged_at:
        return Usage()
    if record.deleted_at:
        return Usage(deleted_bytes=size, deleted_records=1)
    return Usage(live_bytes=size, live_records=1)


def count_usage(connection: Connection, owner_id: str) -> Usage:
    """Count what an account stores, row by row: for a purge, which reads all of it anyway."""
    counted = connection.execute(COUNT[connection.dialect.name], {"owner": owner_id}).one()
    return Usage(*(int(one) for one in counted))


def _count(size_in_bytes: str) -> TextClause:
    revision = f"{ROW_BYTES} + {_size(size_in_bytes, 'overwritten', 'sent')}"
    record = f"{ROW_BYTES} + {_size(size_in_bytes, 'body', 'kept')}"
    of_records = "FROM record WHERE owner_id = :owner AND purged_at IS NULL AND deleted_at IS"
    return text(
        f"SELECT (SELECT COALESCE(SUM({record}), 0) {of_records} NULL)"  # noqa: S608
        f" + (SELECT COALESCE(SUM({revision}), 0) FROM revision"
        " WHERE owner_id = :owner AND forgotten_at IS NULL),"
        f" (SELECT COALESCE(SUM({record}), 0) {of_records} NOT NULL),"
        f" (SELECT COUNT(*) {of_records} NULL),"
        f" (SELECT COUNT(*) {of_records} NOT NULL)"
    )


def _size(size_in_bytes: str, *columns: str) -> str:
    return " + ".join(size_in_bytes.format(column) for column in columns)


COUNT = {dialect: _count(size) for dialect, size in SIZE_IN_BYTES.items()}
