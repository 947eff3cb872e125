"""Gives a device what is new to it: records above its cursor, in order of seq, a page at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from backend.sync.held import Held
from backend.sync.models import records
from backend.sync.recognise import mark_at
from backend.sync.request import Round
from backend.sync.store import read_held

PAGE_CHARACTERS = 4_000_000
ROWS_AT_ONCE = 50


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


def news(session: Session, wanted: Round, before: int, head: int) -> News:
    """Read the next page.

    takes: before, the owner's newest seq when the round began, and head, the newest one now:
        what the round itself stored lies between them, and is not read again
    """
    page = News(wanted.cursor, wanted.mark)
    with session.execute(_above(wanted, before)) as rows:
        for row in _fitting(page, wanted.limit, rows):
            page.cursor = row.seq
            page.records.append(_told(read_held(row)))
    if head > before and not page.more:
        page.cursor = head
    if page.cursor > wanted.cursor:
        page.mark = session.execute(mark_at(wanted.account_id, page.cursor)).scalar_one()
    return page


def _fitting(page: News, limit: int, rows: Iterable[Row[Any]]) -> Iterator[Row[Any]]:
    characters = 0
    for count, row in enumerate(rows):
        characters += len(row.body)
        if count == limit or (count and characters > PAGE_CHARACTERS):
            page.more = True
            return
        yield row


def _above(wanted: Round, before: int) -> Any:
    seq = records.c.seq
    return (
        select(records)
        .where(records.c.owner_id == wanted.account_id, seq > wanted.cursor, seq <= before)
        .order_by(records.c.seq)
        .limit(wanted.limit + 1)
        .execution_options(yield_per=ROWS_AT_ONCE)
    )


def _told(held: Held) -> dict[str, Any]:
    told = {"kind": held.kind, "id": held.id, "seq": held.seq, "deleted_at": held.deleted_at}
    if held.purged_at:
        return {**told, "body": {}, "purged": True}
    if held.deleted_at:
        return {**told, "body": {}}
    return {**told, "body": held.body, **({"kept": held.kept} if held.kept else {})}
