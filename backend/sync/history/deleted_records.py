"""Lists deleted records that can be restored, the newest first, a page at a time."""

import re
from typing import Any

from sqlalchemy import Row, Select, select

from backend.db import db
from backend.errors import Code, Refusal
from backend.sync.models import records
from backend.sync.store.record_store import read_record

RECORDS_AT_MOST = 50
BEFORE_SEQ = re.compile("[0-9]{1,16}")


def read_before_seq(written: str | None) -> int | None:
    """Read where the former page ended; None begins with the newest.

    Raises:
        Refusal: `bad_request`.
    """
    if written is None:
        return None
    if not BEFORE_SEQ.fullmatch(written):
        raise Refusal(Code.BAD_REQUEST, {"before": Code.INVALID_VALUE.value})
    return int(written)


def list_deleted(owner_id: str, before: int | None) -> dict[str, Any]:
    """Return a page of deleted records with their content; purged ones are left out."""
    rows = db.session.execute(_deleted(owner_id, before)).all()
    page = rows[:RECORDS_AT_MOST]
    more = len(rows) > len(page)
    return {"records": [_told(row) for row in page], "before": str(page[-1].seq) if more else None}


def _deleted(owner_id: str, before: int | None) -> Select[Any]:
    earlier = [records.c.seq < before] if before is not None else []
    return (
        select(records)
        .where(
            records.c.owner_id == owner_id,
            records.c.deleted_at.is_not(None),
            records.c.purged_at.is_(None),
            *earlier,
        )
        .order_by(records.c.seq.desc())
        .limit(RECORDS_AT_MOST + 1)
    )


def _told(row: Row[Any]) -> dict[str, Any]:
    record = read_record(row)
    return {
        "kind": record.kind,
        "id": record.id,
        "deleted_at": record.deleted_at,
        "body": record.body,
    }
