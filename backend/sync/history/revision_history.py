"""The history of a record: each value that was overwritten, when, and by which device."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Row, Select, and_, func, select, tuple_

from backend.db import db, iso_utc
from backend.errors import Code, Refusal
from backend.sync.models import devices, records, revisions
from backend.sync.store.record_state import DELETION, NO_DEVICE, ServerRecord
from backend.sync.store.record_store import read_record

ENTRIES_AT_MOST = 50
PAGE_CHARACTERS = 1_000_000
PAGE_END = re.compile(r"([0-9]{1,16})\.([a-z][a-z0-9_]{0,63})")


class PageEnd(NamedTuple):
    """Where one page of a history ends: its last entry."""

    seq: int
    field: str


def read_page_end(written: str | None) -> PageEnd | None:
    """Read where the former page ended; None begins with the newest.

    Raises:
        Refusal: `bad_request`.
    """
    if written is None:
        return None
    parts = PAGE_END.fullmatch(written)
    if parts is None:
        raise Refusal(Code.BAD_REQUEST, {"before": Code.INVALID_VALUE.value})
    return PageEnd(int(parts[1]), parts[2])


def revision_history(owner_id: str, record_id: str, before: PageEnd | None) -> dict[str, Any]:
    """Return a page of a record's history, the newest first, and the record's content.

    See docs/sync.md, "History".

    Raises:
        Refusal: `not_found`.
    """
    record = _held(owner_id, record_id)
    with db.session.execute(_written_over(owner_id, record_id, before)) as rows:
        page = _page(record, rows)
    shown = {
        "kind": record.kind,
        "id": record.id,
        "deleted_at": record.deleted_at,
        "body": record.body,
    }
    return {**shown, **page}


def _held(owner_id: str, record_id: str) -> ServerRecord:
    mine = (records.c.owner_id == owner_id, records.c.id == record_id)
    row = db.session.execute(select(records).where(*mine)).first()
    if row is None:
        raise Refusal(Code.NOT_FOUND)
    return read_record(row)


def _written_over(owner_id: str, record_id: str, before: PageEnd | None) -> Select[Any]:
    later = func.lead(revisions.c.overwritten).over(
        partition_by=revisions.c.field, order_by=revisions.c.seq
    )
    past = (
        select(revisions, later.label("later"))
        .where(
            revisions.c.owner_id == owner_id,
            revisions.c.record_id == record_id,
            revisions.c.forgotten_at.is_(None),
        )
        .subquery()
    )
    device = and_(devices.c.owner_id == past.c.owner_id, devices.c.id == past.c.device_id)
    query = select(past, devices.c.label).outerjoin(devices, device)
    place = tuple_(past.c.seq, past.c.field)
    older = [place < tuple_(*before)] if before else []
    return (
        query.where(past.c.device_id != NO_DEVICE, *older)
        .order_by(past.c.seq.desc(), past.c.field.desc())
        .limit(ENTRIES_AT_MOST + 1)
        .execution_options(yield_per=ENTRIES_AT_MOST // 5)
    )


def _page(record: ServerRecord, rows: Iterable[Row[Any]]) -> dict[str, Any]:
    """Return the entries that fit, and where the next page begins, if there is one."""
    entries: list[dict[str, Any]] = []
    characters = 0
    for row in rows:
        characters += len(row.overwritten) + len(row.sent) + len(row.later or "")
        if len(entries) == ENTRIES_AT_MOST or (entries and characters > PAGE_CHARACTERS):
            last = entries[-1]
            return {"entries": entries, "before": f"{last['seq']}.{last['field']}"}
        entries.append(_entry(row, record))
    return {"entries": entries, "before": None}


def _entry(row: Row[Any], record: ServerRecord) -> dict[str, Any]:
    """Return one overwritten value; with `sent` where a merge stored something else."""
    stands = record.deleted_at if row.field == DELETION else record.body.get(row.field)
    return {
        "field": row.field,
        "seq": row.seq,
        "value": orjson.loads(row.overwritten),
        "replaced_by": stands if row.later is None else orjson.loads(row.later),
        "taken_at": iso_utc(row.taken_at),
        "made_at": row.made_at,
        "device": {"id": row.device_id, "label": row.label},
        **({} if row.as_sent else {"sent": orjson.loads(row.sent)}),
    }
