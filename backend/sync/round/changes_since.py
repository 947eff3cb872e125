"""Gives a device what is new to it: records above its cursor, in order of seq, a page at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from orjson import Fragment
from sqlalchemy import Connection, Row, bindparam, select

from backend.sync.models import records
from backend.sync.round.request import Round
from backend.sync.store.history_marks import mark_at
from backend.sync.store.record_state import Held

PAGE_CHARACTERS = 4_000_000
ROWS_AT_ONCE = 50
NOTHING_KEPT = "{}"

NEWS = (
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
class News:
    """One page, and the place from which the device goes on."""

    cursor: int
    mark: str | None
    more: bool = False
    records: list[dict[str, Any]] = field(default_factory=list)

    def join(self, others: Iterable[Held]) -> None:
        """Add records that the device must see whatever page they are on."""
        told = {record["id"] for record in self.records}
        self.records += [_told(held) for held in others if held.id not in told]
        self.records.sort(key=lambda record: record["seq"])


def news(connection: Connection, wanted: Round, before: int, head: int) -> News:
    """Read the next page.

    takes: before, the owner's newest seq when the round began, and head, the newest one now:
        what the round itself stored lies between them, and is not read again
    """
    page = News(wanted.cursor, wanted.mark)
    if wanted.cursor < before:
        _fill(page, connection, wanted, before)
    if head > before and not page.more:
        page.cursor = head
    if page.cursor > wanted.cursor:
        page.mark = mark_at(connection, wanted.account_id, page.cursor)
    return page


def _fill(page: News, connection: Connection, wanted: Round, before: int) -> None:
    which = {"owner": wanted.account_id, "cursor": wanted.cursor, "before": before}
    with connection.execute(NEWS, which | {"limit": wanted.limit + 1}) as rows:
        for row in _fitting(page, wanted.limit, rows):
            page.cursor = row.seq
            page.records.append(_told_as_stored(row))


def _fitting(page: News, limit: int, rows: Iterable[Row[Any]]) -> Iterator[Row[Any]]:
    characters = 0
    for count, row in enumerate(rows):
        characters += len(row.body)
        if count == limit or (count and characters > PAGE_CHARACTERS):
            page.more = True
            return
        yield row


def _told_as_stored(row: Row[Any]) -> dict[str, Any]:
    """Tell of a record without reading the JSON that it is stored as."""
    told = {"kind": row.kind, "id": row.id, "seq": row.seq, "deleted_at": row.deleted_at}
    if row.purged_at:
        return {**told, "body": {}, "purged": True}
    if row.deleted_at:
        return {**told, "body": {}}
    kept = {} if row.kept == NOTHING_KEPT else {"kept": Fragment(row.kept)}
    return {**told, "body": Fragment(row.body), **kept}


def _told(held: Held) -> dict[str, Any]:
    told = {"kind": held.kind, "id": held.id, "seq": held.seq, "deleted_at": held.deleted_at}
    if held.purged_at:
        return {**told, "body": {}, "purged": True}
    if held.deleted_at:
        return {**told, "body": {}}
    return {**told, "body": held.body, **({"kept": held.kept} if held.kept else {})}
