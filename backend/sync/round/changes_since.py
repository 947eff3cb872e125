"""Reads what is new to a device: records above its cursor, in order of seq, a page at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from orjson import Fragment
from sqlalchemy import Connection, Row, bindparam, select

from backend.sync.models import records
from backend.sync.round.request import Round
from backend.sync.store.history_marks import read_history_mark
from backend.sync.store.record_state import ServerRecord

PAGE_CHARACTERS = 4_000_000
ROWS_AT_ONCE = 50
NOTHING_KEPT = "{}"

CHANGES_SINCE = (
    select(
        *(
            records.c[name]
            for name in ("kind", "id", "seq", "deleted_at", "purged_at", "body", "kept")
        )
    )
    .where(
        records.c.owner_id == bindparam("owner"),
        records.c.seq > bindparam("cursor"),
        records.c.seq <= bindparam("before"),
    )
    .order_by(records.c.seq)
    .limit(bindparam("limit"))
    .execution_options(yield_per=ROWS_AT_ONCE)
)


@dataclass
class ChangesPage:
    """One page, and the cursor from which the device goes on."""

    cursor: int
    mark: str | None
    more: bool = False
    records: list[dict[str, Any]] = field(default_factory=list)

    def join(self, others: Iterable[ServerRecord]) -> None:
        """Add records that the device must get with any page."""
        content = {record["id"] for record in self.records}
        self.records += [_record_json(record) for record in others if record.id not in content]
        self.records.sort(key=lambda record: record["seq"])


def changes_since(connection: Connection, request: Round, before: int, head: int) -> ChangesPage:
    """Read the next page; what the round itself stored, between `before` and `head`, is left out.

    Args:
        connection: The transaction.
        request: The round.
        before: The owner's newest seq when the round began.
        head: The owner's newest seq now.
    """
    page = ChangesPage(request.cursor, request.mark)
    if request.cursor < before:
        _fill(page, connection, request, before)
    if head > before and not page.more:
        page.cursor = head
    if page.cursor > request.cursor:
        page.mark = read_history_mark(connection, request.account_id, page.cursor)
    return page


def _fill(page: ChangesPage, connection: Connection, request: Round, before: int) -> None:
    which = {"owner": request.account_id, "cursor": request.cursor, "before": before}
    with connection.execute(CHANGES_SINCE, which | {"limit": request.limit + 1}) as rows:
        for row in _fitting(page, request.limit, rows):
            page.cursor = row.seq
            page.records.append(_row_json(row))


def _fitting(page: ChangesPage, limit: int, rows: Iterable[Row[Any]]) -> Iterator[Row[Any]]:
    characters = 0
    for count, row in enumerate(rows):
        characters += len(row.body)
        if count == limit or (count and characters > PAGE_CHARACTERS):
            page.more = True
            return
        yield row


def _row_json(row: Row[Any]) -> dict[str, Any]:
    """Return a stored record for the response, without parsing the JSON that it is stored as."""
    content = {"kind": row.kind, "id": row.id, "seq": row.seq, "deleted_at": row.deleted_at}
    if row.purged_at:
        return {**content, "body": {}, "purged": True}
    if row.deleted_at:
        return {**content, "body": {}}
    kept = {} if row.kept == NOTHING_KEPT else {"kept": Fragment(row.kept)}
    return {**content, "body": Fragment(row.body), **kept}


def _record_json(record: ServerRecord) -> dict[str, Any]:
    content = {
        "kind": record.kind,
        "id": record.id,
        "seq": record.seq,
        "deleted_at": record.deleted_at,
    }
    if record.purged_at:
        return {**content, "body": {}, "purged": True}
    if record.deleted_at:
        return {**content, "body": {}}
    return {**content, "body": record.body, **({"kept": record.kept} if record.kept else {})}
