"""Reads and writes what a round works on: records, the device, the owner's head and its mark."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, text, update

from backend.accounts.models import User
from backend.errors import Code, Refusal
from backend.schema.kinds import KINDS
from backend.sync.models import answered_rounds, devices, records
from backend.sync.store.bulk_insert import bulk_insert
from backend.sync.store.history_marks import OWNER, add_history_mark
from backend.sync.store.record_state import FieldVersion, ServerRecord
from backend.sync.store.usage import Usage

LOADED_CHARACTERS = 8_000_000
DEVICES_AT_MOST = 1_000

# Built once: SQLAlchemy takes longer to build a statement than the database to answer it.
COLUMNS = records.columns.keys()
CHANGING = ("seq", "body", "touches", "kept", "deleted_at", "due_at", "purged_at")
SUMS = tuple(getattr(User, name) for name in Usage._fields)
HEAD = select(User.head_seq, *SUMS).where(User.id == OWNER).with_for_update()
NEW_USAGE = (
    update(User)
    .where(User.id == OWNER)
    .values({name: bindparam(f"new_{name}") for name in Usage._fields})
)
NEW_HEAD = NEW_USAGE.values(head_seq=bindparam("head"))
# By the primary key, one id after the other. Left to choose, PostgreSQL reads all records of the
# owner until it has statistics of the table, and its prepared statements long afterwards; asked
# for the first from an id on, it has no other way. The columns have names, because a prepared `*`
# fails once a migration has added another.
NAMED = ", ".join(COLUMNS)
RECORDS_BY_ID = {
    "sqlite": text(
        f"SELECT held.* FROM json_each(:ids) AS wanted CROSS JOIN"  # noqa: S608
        f" (SELECT {NAMED} FROM record WHERE owner_id = :owner) AS held ON held.id = wanted.value"
    ),
    "postgresql": text(
        "SELECT held.* FROM json_array_elements_text(CAST(:ids AS JSON)) AS wanted (id)"  # noqa: S608
        f" CROSS JOIN LATERAL (SELECT {NAMED} FROM record WHERE owner_id = :owner"
        " AND id >= wanted.id ORDER BY id LIMIT 1) AS held WHERE held.id = wanted.id"
    ),
}
PURGED_PEOPLE = select(records.c.id).where(
    records.c.owner_id == OWNER, records.c.purged_at.is_not(None), records.c.kind == "person"
)
# The seq names the row as the id does, so that either index of the table finds it.
EDITED = (
    update(records)
    .where(
        records.c.owner_id == bindparam("new_owner_id"),
        records.c.id == bindparam("new_id"),
        records.c.seq == bindparam("old_seq"),
    )
    .values({name: bindparam(f"new_{name}") for name in CHANGING})
)
DEVICE = (
    update(devices)
    .where(devices.c.owner_id == OWNER, devices.c.id == bindparam("device"))
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in ("last_number", "last_answered", "seen_at", "label")
        }
    )
    .returning(devices.c.id)
)
# The new device is not counted among the others, whatever the clock says.
LONG_UNSEEN = (
    select(devices.c.id)
    .where(devices.c.owner_id == OWNER, devices.c.id != bindparam("device"))
    .order_by(devices.c.seen_at.desc(), devices.c.id)
    .offset(DEVICES_AT_MOST - 1)
)
FORGET_LONG_UNSEEN = tuple(
    delete(table).where(table.c.owner_id == OWNER, id.in_(LONG_UNSEEN))
    for table, id in ((answered_rounds, answered_rounds.c.device_id), (devices, devices.c.id))
)


@dataclass(frozen=True)
class RecordStore:
    """One owner's tables, as one device of theirs uses them in one transaction."""

    connection: Connection
    owner_id: str
    device_id: str
    device_label: str | None = None

    def lock_head(self) -> tuple[int, Usage]:
        """Return the owner's newest seq and usage, and lock both until the transaction ends."""
        head, *sums = self.connection.execute(HEAD, {"owner": self.owner_id}).one()
        return head, Usage(*sums)

    def load(self, ids: Iterable[str]) -> dict[str, ServerRecord]:
        """Read those of the given records that exist.

        Raises:
            Refusal: `too_large`, where they are more than one round may touch.
        """
        wanted = {"owner": self.owner_id, "ids": orjson.dumps(list(ids)).decode()}
        rows = self.connection.execute(RECORDS_BY_ID[self.connection.dialect.name], wanted).all()
        if sum(len(row.body) for row in rows) > LOADED_CHARACTERS:
            raise Refusal(Code.TOO_LARGE)
        return {row.id: read_record(row) for row in rows}

    def purged_people(self) -> set[str]:
        """Return the ids of the purged people, about whom nothing may be stored."""
        return set(self.connection.execute(PURGED_PEOPLE, {"owner": self.owner_id}).scalars())

    def save(self, before: dict[str, ServerRecord], after: Iterable[ServerRecord]) -> None:
        """Write the records that this round created or changed."""
        changed = [record for record in after if record is not before.get(record.id)]
        made = [self._row(record) for record in changed if record.id not in before]
        if made:
            bulk_insert(self.connection, records, made)
        names = [f"new_{name}" for name in COLUMNS]
        edited = [
            {"old_seq": before[record.id].seq, **dict(zip(names, self._row(record), strict=True))}
            for record in changed
            if record.id in before
        ]
        if edited and self.connection.execute(EDITED, edited).rowcount != len(edited):
            raise RuntimeError("a record was changed by somebody without the owner's lock")

    def save_device(self, last_number: int, last_answered: int, now: datetime) -> None:
        """Store how far the device has come; a new one takes the place of the longest unseen."""
        values = {
            "last_number": last_number,
            "last_answered": last_answered,
            "seen_at": now,
            "label": self.device_label,
        }
        which = {"owner": self.owner_id, "device": self.device_id}
        noted = {f"new_{name}": value for name, value in values.items()}
        if self.connection.execute(DEVICE, which | noted).first() is None:
            key = {"owner_id": self.owner_id, "id": self.device_id}
            self.connection.execute(insert(devices), key | values)
            for forget in FORGET_LONG_UNSEEN:
                self.connection.execute(forget, which)

    def advance_head(self, before: int, head: int, usage: Usage) -> None:
        """Store the owner's new head and usage, and mark the seqs that this round took."""
        self.connection.execute(NEW_HEAD, {**self._sums(usage), "head": head})
        add_history_mark(self.connection, self.owner_id, before, head)

    def save_usage(self, usage: Usage) -> None:
        """Store what the owner's records and history amount to."""
        self.connection.execute(NEW_USAGE, self._sums(usage))

    def _sums(self, usage: Usage) -> dict[str, Any]:
        sums = {f"new_{name}": value for name, value in usage._asdict().items()}
        return {"owner": self.owner_id, **sums}

    def _row(self, record: ServerRecord) -> tuple[Any, ...]:
        """Return a record as a row, in the order of the table's columns."""
        return (
            self.owner_id,
            record.id,
            record.kind,
            record.seq,
            record.created.seq,
            record.created.device_id,
            orjson.dumps(record.body).decode(),
            orjson.dumps(record.field_versions, default=tuple).decode(),
            orjson.dumps(record.kept).decode(),
            record.deleted_at,
            _due_at(record),
            record.purged_at,
        )


def read_record(row: Row[Any]) -> ServerRecord:
    """Read one row of the table of records."""
    field_versions = {
        name: FieldVersion(*version) for name, version in orjson.loads(row.touches).items()
    }
    return ServerRecord(
        id=row.id,
        kind=row.kind,
        seq=row.seq,
        created=FieldVersion(row.created_seq, row.created_by),
        body=orjson.loads(row.body),
        field_versions=field_versions,
        kept=orjson.loads(row.kept),
        deleted_at=row.deleted_at,
        purged_at=row.purged_at,
    )


def _due_at(record: ServerRecord) -> str | None:
    kind = KINDS.get(record.kind)
    if kind is None or record.deleted_at:
        return None
    return kind.next_due(record.body)
