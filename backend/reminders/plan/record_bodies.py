"""Reads the bodies of the records that reminders are about."""

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.sync.models import records

RecordBody = dict[str, Any]
# Owner and record.
RecordKey = tuple[str, str]
IDS_AT_ONCE = 500


def read_bodies(keys: Collection[RecordKey]) -> dict[RecordKey, RecordBody]:
    """Read those of the given records that exist and are not deleted."""
    wanted, found = set(keys), {}
    for some in chunks(sorted(wanted)):
        query = select(records.c.owner_id, records.c.id, records.c.body).where(
            records.c.owner_id.in_({owner_id for owner_id, _ in some}),
            records.c.id.in_({id for _, id in some}),
            records.c.deleted_at.is_(None),
        )
        for owner_id, id, body in db.session.execute(query):
            if (owner_id, id) in wanted:
                found[owner_id, id] = json.loads(body)
    return found


def chunks(keys: list[Any]) -> Iterator[list[Any]]:
    """Split a list, so that no query names more ids than a database takes."""
    for start in range(0, len(keys), IDS_AT_ONCE):
        yield keys[start : start + IDS_AT_ONCE]
